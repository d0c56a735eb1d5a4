package io.tcsstamp.definition.xtce;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionPrinter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DefinitionPrinterTest {
    private static final Definition EVERYTHING = Xtce.read(Everything.document());

    @Test
    void containers_are_a_tree_with_conditions_and_places() {
        assertThat(DefinitionPrinter.containers(EVERYTHING))
                .startsWith(
                        """
                        containers
                          HEADER (abstract) - "of all"
                            0: MODE, enumeration, 8 bits unsigned
                            8: COUNT, integer, 16 bits unsigned little endian
                            24: LENGTH, integer, 8 bits unsigned
                            NUMBERS when MODE == "ON", followed by BUFFERS, 256 bits
                              32: TEMP, float, 16 bits twos complement [K, "kelvin"] [s^-1]
                        """)
                .contains(
                        """
                            BUFFERS when (MODE (raw) == 2 and (COUNT <= 5 or COUNT == LENGTH))
                              32: [TIMES]
                              256: TEXT, string, 64 bits UTF-16 little endian up to 0000, at 256 \
                        from container start
                        """)
                .contains(
                        """
                              ?: FLAG, boolean, 1 bit unsigned
                        """)
                .endsWith(
                        """
                          TIMES
                            0: TIME, absolute time, 32 bits unsigned
                            32: SINCE, relative time, 32 bits ieee754
                            64: DATE, absolute time, 32 bits unsigned
                        """);
    }

    @Test
    void one_container_comes_with_those_that_inherit_from_it() {
        assertThat(
                        DefinitionPrinter.containers(
                                EVERYTHING, EVERYTHING.container("/Probe/Payload/REPORT")))
                .isEqualTo(
                        """
                        REPORT when MODE == "OFF"
                          32: Payload/COUNT, integer, 4 bits unsigned
                          36: LEVEL, integer, 8 bits unsigned
                          44: POINT, aggregate {x: U8, rows: Row}
                        """);
    }

    @Test
    void parameters_have_types_and_descriptions() {
        assertThat(DefinitionPrinter.parameters(EVERYTHING))
                .contains("\n  MODE: Mode\n")
                .contains("\n  COUNT: Counter - \"of rows\" -- \"How many rows there are\"\n")
                .contains("\n  LEVEL = /Probe/Payload/LEVEL: U8\n");
    }

    @Test
    void types_say_how_values_are_made() {
        assertThat(DefinitionPrinter.types(EVERYTHING))
                .contains("    if MODE (raw) == 2: spline of order 1, extrapolated: 0 -> 10,")
                .contains("    calibrated: -273.15 + 0.01 * x + 1.0E-9 * x^3\n")
                .contains("    valid: ]-300, 900.5[\n")
                .contains("    limits: warning outside [-20, 50], critical outside")
                .contains("    1 to 9: \"ON\"\n")
                .contains("    in seconds since GPS\n");
    }

    @Test
    void formulas_are_as_people_write_them() throws Exception {
        String text = DefinitionPrinter.print(XtceReader.read(Path.of("definitions/example.xml")));

        assertThat(text)
                .contains("ThermistorType[0..SENSOR_COUNT - 1]")
                .contains("calibrated: -50 + 0.002 * x + 1.0E-8 * x^2\n")
                .doesNotContain("+ -", "x^0", "x^1");
    }

    @Test
    void equal_definitions_give_equal_texts() {
        assertThat(DefinitionPrinter.print(Xtce.read(Everything.document())))
                .isEqualTo(DefinitionPrinter.print(EVERYTHING))
                .startsWith("Probe (6 containers, 23 parameters)\n");
    }
}
