package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.deploy.Dockerfile.Instruction;
import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the Dockerfile makes, laid out in an empty folder: the same steps as an engine for
 * containers would do, each stage in a folder of its own, this machine's programs in place of the
 * base image. An instruction that is not known here fails.
 */
final class Image {
    /** What the base image says. */
    private static final Map<String, String> BASE =
            Map.of("JAVA_HOME", "/opt/java/openjdk", "PATH", "/opt/java/openjdk/bin:/usr/bin:/bin");

    private final Map<String, Path> stages = new HashMap<>();
    private final Path work;
    private Path root;
    private Map<String, String> environment = Map.of();
    private List<String> entryPoint = List.of();
    private String user = "0:0";

    private Image(Path work) {
        this.work = work;
    }

    static Image build(Dockerfile file, Path work) throws IOException, InterruptedException {
        Image image = new Image(work);
        for (Instruction instruction : file.instructions()) {
            image.apply(instruction);
        }
        return image;
    }

    private void apply(Instruction instruction) throws IOException, InterruptedException {
        switch (instruction.keyword()) {
            case "ARG", "LABEL", "EXPOSE", "VOLUME" -> {}
            case "FROM" -> stage(instruction.arguments().split("\\s+"));
            case "COPY" -> copy(instruction.arguments().split("\\s+"));
            case "RUN" -> run(instruction);
            case "ENV" -> environment.putAll(instruction.variables());
            case "WORKDIR" -> Files.createDirectories(in(instruction.arguments()));
            case "USER" -> user = instruction.arguments();
            case "ENTRYPOINT" -> entryPoint = instruction.elements();
            default -> throw new AssertionError("not known here: " + instruction);
        }
    }

    private void stage(String... arguments) throws IOException {
        root = Files.createDirectories(work.resolve("stage-" + stages.size()));
        stages.put(arguments.length == 3 ? arguments[2] : "", root);
        environment = new TreeMap<>(BASE);
        user = "0:0";
    }

    private void copy(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 3 && arguments[0].startsWith("--from=")) {
            Path from = stages.get(arguments[0].substring("--from=".length()));
            copy(from.resolve(arguments[1].substring(1)), in(arguments[2]));
        } else {
            assertThat(arguments).as("COPY").hasSize(2);
            copy(match(arguments[0]), in(arguments[1]));
        }
    }

    /** The one file of the project that a pattern means. */
    private static Path match(String pattern) throws IOException {
        Path project = Folders.project();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        Path folder = project.resolve(pattern).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> matcher.matches(project.relativize(file))).toList();
            assertThat(found).as("COPY %s", pattern).hasSize(1);
            return found.get(0);
        }
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.getParent());
        Tool.Result copied = Tool.run("cp", "-a", from.toString(), to.toString());
        assertThat(copied.code()).as("cp: %s", copied.errors()).isZero();
    }

    private void run(Instruction instruction) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Sandbox.enter(root, List.of()));
        command.addAll(Sandbox.environment(environment));
        command.addAll(List.of("sh", "-c", instruction.arguments()));
        Tool.Result result = Tool.run(command.toArray(String[]::new));
        assertThat(result.code()).as("%s: %s", instruction, result.both()).isZero();
    }

    private Path in(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /** The file system of the last stage. */
    Path root() {
        return root;
    }

    /** What its programs find in their environment. */
    Map<String, String> environment() {
        return environment;
    }

    List<String> entryPoint() {
        return entryPoint;
    }

    /** Whose its process is, {@code UID:GID}. */
    String user() {
        return user;
    }
}
