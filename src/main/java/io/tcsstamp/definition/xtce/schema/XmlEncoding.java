package io.tcsstamp.definition.xtce.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;

/**
 * Finds the encoding of an XML document (XML 1.0, appendix F): byte order mark, the look of the
 * first four bytes, then the declaration. Bytes that are wrong in that encoding become {@link
 * #WRONG}.
 */
final class XmlEncoding {
    /** Stands for bytes that are wrong; no XML document may hold it, so the parser stops there. */
    static final char WRONG = '\uffff';

    private static final int DECLARATION = 256;

    private XmlEncoding() {}

    static Reader reader(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, DECLARATION);
        byte[] head = in.readNBytes(DECLARATION);
        int mark = byteOrderMark(head);
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(
                in,
                charset(head)
                        .newDecoder()
                        .replaceWith(String.valueOf(WRONG))
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static int byteOrderMark(byte[] head) {
        if (begins(head, 0, 0, 0xfe, 0xff) || begins(head, 0xff, 0xfe, 0, 0)) {
            return 4;
        }
        if (begins(head, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return begins(head, 0xfe, 0xff) || begins(head, 0xff, 0xfe) ? 2 : 0;
    }

    private static Charset charset(byte[] head) throws IOException {
        if (begins(head, 0, 0, 0xfe, 0xff) || begins(head, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (begins(head, 0xff, 0xfe, 0, 0) || begins(head, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (begins(head, 0xfe, 0xff) || begins(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(head, 0xff, 0xfe) || begins(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(head, 0xef, 0xbb, 0xbf) ? StandardCharsets.UTF_8 : declared(head);
    }

    private static Charset declared(byte[] head) throws IOException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("?>");
        int name = end < 0 ? -1 : text.substring(0, end).indexOf("encoding");
        if (!text.startsWith("<?xml") || name < 0) {
            return StandardCharsets.UTF_8;
        }
        String[] quoted = text.substring(name, end).split("[\"']", 3);
        if (quoted.length < 3) {
            return StandardCharsets.UTF_8;
        }
        Charset charset;
        try {
            charset = Charset.forName(quoted[1].trim());
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
            throw new IOException("the encoding '" + quoted[1] + "' is not known", e);
        }
        // bytes that read as ASCII so far cannot be of a wide encoding, whatever they say
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                ? StandardCharsets.UTF_8
                : charset;
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        int[] first = new int[bytes.length];
        Arrays.setAll(first, i -> head[i] & 0xff);
        return Arrays.equals(first, bytes);
    }
}
