package io.tcsstamp.decode;

import org.objectweb.asm.ClassReader;

/** Walks over the methods of a class file (JVM specification, 4.1 to 4.7). */
final class ClassFileMethods {
    private final ClassReader reader;
    private final char[] buffer;
    private int at;
    private int left;
    private String name;
    private int bytecodes;

    ClassFileMethods(byte[] classFile) {
        reader = new ClassReader(classFile);
        buffer = new char[reader.getMaxStringLength()];
        at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
        for (int fields = take2(); fields > 0; fields--) {
            at += 6;
            attributes();
        }
        left = take2();
    }

    /** Goes to the next method; false when there is none. */
    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        name = reader.readUTF8(at + 2, buffer);
        at += 6;
        bytecodes = 0;
        attributes();
        return true;
    }

    String name() {
        return name;
    }

    /** The length of the method's code in bytes. */
    int bytecodes() {
        return bytecodes;
    }

    private int take2() {
        at += 2;
        return reader.readUnsignedShort(at - 2);
    }

    private void attributes() {
        for (int count = take2(); count > 0; count--) {
            if (reader.readUTF8(at, buffer).equals("Code")) {
                // behind its name, its length, the size of the stack and the number of locals
                bytecodes = reader.readInt(at + 10);
            }
            at += 6 + reader.readInt(at + 2);
        }
    }
}
