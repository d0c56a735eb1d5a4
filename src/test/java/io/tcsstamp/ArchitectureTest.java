package io.tcsstamp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What each package may know. A rule that would check nothing fails. */
@AnalyzeClasses(packages = "io.tcsstamp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.tcsstamp.";
    private static final String SLF4J = "org.slf4j..";
    private static final String JAXP = "javax.xml..";
    private static final String SAX = "org.xml.sax..";

    @ArchTest static final ArchRule TELEMETRY = only("telemetry");

    @ArchTest static final ArchRule TCS = only("tcs", own("telemetry"));

    @ArchTest static final ArchRule STAMP = only("stamp", own("telemetry"));

    @ArchTest
    static final ArchRule MONITOR =
            only(
                    "monitor",
                    own("telemetry"),
                    own("tcs"),
                    own("stamp"),
                    own("spool"),
                    "javax.management..",
                    SLF4J);

    @ArchTest static final ArchRule SPOOL = only("spool", own("telemetry"), "org.sqlite..", SLF4J);

    @ArchTest static final ArchRule PACKET = only("packet");

    @ArchTest static final ArchRule DEFINITION = only("definition", own("telemetry"), JAXP, SAX);

    /** What decodes does not know which language a definition was written in. */
    @ArchTest
    static final ArchRule NO_LANGUAGE_IN_DECODERS =
            noClasses()
                    .that()
                    .resideInAPackage(own("decode"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "definition.*..")
                    .allowEmptyShould(false);

    @ArchTest
    static final ArchRule DECODE =
            only(
                    "decode",
                    own("definition"),
                    own("packet"),
                    own("telemetry"),
                    "org.objectweb.asm..",
                    "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule OUTPUT =
            only(
                    "output",
                    own("decode"),
                    own("definition"),
                    own("packet"),
                    own("stamp"),
                    own("telemetry"),
                    "org.apache.arrow..",
                    "com.fasterxml.jackson.core..");

    /** It shows what others registered, and knows none of them. */
    @ArchTest
    static final ArchRule CONSOLE =
            only(
                    "console",
                    SLF4J,
                    "org.eclipse.jetty..",
                    "javax.servlet..",
                    "javax.security.auth..",
                    "javax.management..",
                    "com.fasterxml.jackson.core..");

    @ArchTest static final ArchRule SIMULATOR = only("sim", SLF4J);

    @ArchTest
    static final ArchRule CAMEL =
            noClasses()
                    .that()
                    .resideInAPackage(own("camel"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(own("cli"), own("sim"))
                    .allowEmptyShould(false);

    @ArchTest
    static final ArchRule ONLY_CAMEL_KNOWS_CAMEL =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(own("camel"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.camel..", "io.netty..", "io.micrometer..")
                    .allowEmptyShould(false);

    @ArchTest
    static final ArchRule ONLY_CLI_KNOWS_PICOCLI =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(own("cli"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .allowEmptyShould(false);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles().allowEmptyShould(false);

    @ArchTest
    static void the_packages_are_those_that_are_ruled(JavaClasses imported) {
        assertThat(packages(imported))
                .extracting(javaPackage -> javaPackage.getName().substring(ROOT.length()))
                .containsExactlyInAnyOrder(
                        "telemetry",
                        "tcs",
                        "packet",
                        "definition",
                        "definition.xtce",
                        "definition.xtce.schema",
                        "decode",
                        "output",
                        "stamp",
                        "spool",
                        "monitor",
                        "monitor.jmx",
                        "console",
                        "camel",
                        "sim",
                        "cli");
    }

    @ArchTest
    static void every_package_says_what_it_must_not_know(JavaClasses imported) {
        assertThat(packages(imported))
                .isNotEmpty()
                .allSatisfy(
                        javaPackage ->
                                assertThat(javaPackage.tryGetPackageInfo())
                                        .as("package-info of %s", javaPackage.getName())
                                        .isPresent());
    }

    @ArchTest
    static void camel_is_known_where_it_should_be(JavaClasses imported) {
        // else the rule that forbids it elsewhere could not fail
        for (String library : List.of("org.apache.camel", "io.netty", "io.micrometer")) {
            assertThat(imported.that(resideInAPackage(own("camel"))))
                    .anyMatch(type -> knows(type, library));
        }
    }

    private static boolean knows(JavaClass type, String library) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().getPackageName().startsWith(library));
    }

    private static Set<JavaPackage> packages(JavaClasses imported) {
        Set<JavaPackage> packages = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        imported.forEach(type -> packages.add(type.getPackage()));
        return packages;
    }

    /** Classes of a package know the JDK, their own package and these, and nothing else. */
    private static ArchRule only(String name, String... others) {
        List<String> allowed = new ArrayList<>(List.of("java..", own(name)));
        allowed.addAll(List.of(others));
        return classes()
                .that()
                .resideInAPackage(own(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(false);
    }

    private static String own(String name) {
        return ROOT + name + "..";
    }
}
