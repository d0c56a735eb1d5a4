package io.tcsstamp.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Asks for a new password: on a terminal twice and unseen, else a line in UTF-8. Stateless. */
final class PasswordInput {
    static final int SHORTEST = 8;
    static final int LONGEST = 256;

    private PasswordInput() {}

    /**
     * Reads one from the terminal, or from the standard input where that is none.
     *
     * @throws UsageException if it is none that should be used; the message does not tell it
     */
    static char[] read(String prompt) throws IOException {
        if (!Terminal.isStdin()) {
            return checked(line(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        Console console = System.console();
        if (console == null) {
            throw new UsageException(
                    "the password cannot be asked for unseen while the output goes elsewhere; pass"
                            + " it as a line of the standard input");
        }
        char[] first = checked(said(console.readPassword("%s: ", prompt)));
        char[] second = said(console.readPassword("again: "));
        try {
            if (!Arrays.equals(first, second)) {
                Arrays.fill(first, '\0');
                throw new UsageException("the two are not the same; nothing was changed");
            }
            return first;
        } finally {
            Arrays.fill(second, '\0');
        }
    }

    /** The first line of a text, without its end. */
    static char[] line(Reader reader) throws IOException {
        char[] text = new char[LONGEST + 2];
        int length = 0;
        BufferedReader in = new BufferedReader(reader);
        for (int c = in.read(); c >= 0 && c != '\n' && length < text.length; c = in.read()) {
            text[length++] = (char) c;
        }
        if (length > 0 && text[length - 1] == '\r') {
            length--;
        }
        char[] line = Arrays.copyOf(text, length);
        Arrays.fill(text, '\0');
        return line;
    }

    private static char[] said(char[] password) {
        return password == null ? new char[0] : password;
    }

    private static char[] checked(char[] password) {
        String problem = null;
        if (password.length < SHORTEST) {
            problem = "a password needs " + SHORTEST + " characters at least";
        } else if (password.length > LONGEST) {
            problem = "a password may have " + LONGEST + " characters at most";
        } else {
            for (char c : password) {
                problem = Character.isISOControl(c) ? "no control characters, please" : problem;
            }
        }
        if (problem != null) {
            Arrays.fill(password, '\0');
            throw new UsageException(problem + "; nothing was changed");
        }
        return password;
    }
}
