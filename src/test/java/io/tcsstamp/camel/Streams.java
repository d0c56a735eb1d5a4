package io.tcsstamp.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What a TCS EGSE sends, for tests; every record in the same minute. */
final class Streams {
    private Streams() {}

    /** A record at a second of the minute, for example {@code "07.5"}. */
    static String entry(String seconds, String name, String value) {
        return "2021/01/08 16:34:" + seconds + " UTC\t" + name + "\t" + value;
    }

    static byte[] block(String... records) {
        return (String.join("\r\n", records) + '\u0003').getBytes(ISO_8859_1);
    }

    /** The line of such a record, without LF. */
    static String line(String seconds, String name, String value) {
        return "08.01.2021 16:34:" + seconds + "\t" + name + "\t0000\t" + value;
    }

    static String lines(String... lines) {
        return lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    }
}
