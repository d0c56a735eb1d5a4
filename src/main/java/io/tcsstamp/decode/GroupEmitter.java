package io.tcsstamp.decode;

/** Code that decodes a run of fields in a loop. */
final class GroupEmitter {
    private final Code code;
    private final Frame frame;
    private final int bytes;
    private final int base;

    GroupEmitter(Code code, Frame frame, int bytes, int base) {
        this.code = code;
        this.frame = frame;
        this.bytes = bytes;
        this.base = base;
    }

    void emit(FieldGroup run) {
        code.aload(bytes);
        code.iload(base).push(run.first().bit() >> 3).op(org.objectweb.asm.Opcodes.IADD);
        code.aload(frame.raw()).aload(frame.value());
        frame.slot(code, run.first().slot());
        code.push(run.places().size());
        code.call(
                PacketRuns.class,
                run.loop(),
                void.class,
                byte[].class,
                int.class,
                long[].class,
                double[].class,
                int.class,
                int.class);
    }
}
