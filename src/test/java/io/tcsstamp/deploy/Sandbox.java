package io.tcsstamp.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines that run something as a container would. Stateless. */
final class Sandbox {
    private static final Path SCRIPT =
            Folders.project().resolve("src/test/resources/io/tcsstamp/deploy/container.sh");

    private Sandbox() {}

    /** Skips the test where mounts and other users are not allowed. */
    static void assumePossible() throws IOException, InterruptedException {
        String tried = "mount -t tmpfs tmpfs /mnt && setpriv --reuid=10001 --clear-groups true";
        Tool.Result result;
        try {
            result = Tool.run("unshare", "--mount", "--pid", "--fork", "sh", "-c", tried);
        } catch (IOException e) {
            result = new Tool.Result(1, "", e.getMessage());
        }
        assumeTrue(
                result.code() == 0,
                "skipped, needs root, unshare and setpriv to run what the image holds: "
                        + result.both().strip());
    }

    /** Enters a file system, with options of the script. */
    static List<String> enter(Path root, List<String> options) {
        List<String> command =
                new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child"));
        command.addAll(List.of("sh", SCRIPT.toString(), root.toString()));
        command.add(System.getProperty("java.home"));
        command.addAll(options);
        command.add("--");
        return command;
    }

    /** Then gives up every right but those of a user. */
    static List<String> as(String user) {
        String[] parts = user.split(":");
        return List.of(
                "setpriv",
                "--reuid=" + parts[0],
                "--regid=" + parts[1],
                "--clear-groups",
                "--no-new-privs",
                "--bounding-set=-all",
                "--inh-caps=-all");
    }

    /** Then leaves nothing in the environment but this. */
    static List<String> environment(Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of("env", "-i"));
        variables.forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }
}
