package io.tcsstamp.cli;

import io.tcsstamp.camel.BridgeSettings;
import io.tcsstamp.console.Role;
import io.tcsstamp.console.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user}: who may log in to the console. */
@Command(
        name = "user",
        sortOptions = false,
        description = {
            "Makes an account for the console, or gives it another password.",
            "Asks for the password, or reads it as a line of the standard input. A console that"
                    + " runs takes it over by itself."
        })
final class UserCommand implements Callable<Integer> {
    private static final String PROPERTY = "console.users";

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Letters, digits and . _ @ - (64 at most).")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "viewer looks, admin runs operations too; without it the account keeps its own,"
                            + " a new one is a viewer.")
    private String role;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The file of accounts, instead of the one that console.users names.")
    private Path file;

    @Option(names = "--remove", description = "Remove the account.")
    private boolean remove;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        if (!UsersFile.isName(name)) {
            throw new UsageException(
                    "'"
                            + Terminal.printable(name)
                            + "' is not a name for an account: letters, digits and . _ @ -, 64 at"
                            + " most");
        }
        if (remove && role != null) {
            throw new UsageException("--role and --remove do not go together; say only one");
        }
        Role asked = Role.of(role);
        if (role != null && asked == null) {
            throw new UsageException(
                    "--role '" + Terminal.printable(role) + "' must be viewer or admin");
        }
        BridgeSettings settings = SettingsLoader.load(Home.find(), System.getenv(), Map.of());
        try {
            Path path = path(settings);
            UsersFile users = Files.exists(path) ? UsersFile.read(path) : UsersFile.none();
            tell(remove ? removed(users, path) : written(users, path, asked));
            if (settings.get(PROPERTY).isEmpty()) {
                tell("the console does not use it yet; set " + PROPERTY + " = " + path);
            }
            return 0;
        } catch (IOException e) {
            return Failure.tell(e, spec.commandLine().getErr());
        }
    }

    private Path path(BridgeSettings settings) {
        if (file != null) {
            return file.toAbsolutePath().normalize();
        }
        if (settings.get(PROPERTY).isEmpty()) {
            throw new UsageException(
                    "no file of accounts is named; set "
                            + PROPERTY
                            + " in application.properties, or say --file FILE");
        }
        return settings.path(PROPERTY);
    }

    private String removed(UsersFile users, Path path) throws IOException {
        if (!users.has(name)) {
            throw new UsageException("there is no account " + name + " in " + path);
        }
        users.without(name).write(path);
        return "removed " + name + " from " + path;
    }

    private String written(UsersFile users, Path path, Role asked) throws IOException {
        Role given = asked != null ? asked : users.has(name) ? users.role(name) : Role.VIEWER;
        char[] password = PasswordInput.read("password for " + name);
        try {
            users.with(name, given, password).write(path);
        } finally {
            Arrays.fill(password, '\0');
        }
        return name + " (" + given.text() + ") may log in, by " + path;
    }

    private void tell(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
