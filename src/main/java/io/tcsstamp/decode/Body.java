package io.tcsstamp.decode;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** A generated method that decodes fields: its code, its locals, and what it knows so far. */
final class Body {
    private static final int IN_PLACE = 36;
    private static final int FULL = 80;

    final Code code;

    /** Where to go with a packet that the interpreter must decode. */
    final Label fail = new Label();

    final Frame frame;
    private final WindowEmitter windows;
    private final FieldEmitter fields;
    private final GroupEmitter groups;
    private final GeneratedClass owner;
    private int emitted;

    /**
     * Opens a body.
     *
     * @param locals those of the bytes, the offset, the values and, where slots are not absolute,
     *     the first slot
     * @param knownBytes how many bytes are there for certain
     */
    Body(GeneratedClass owner, Code code, int[] locals, int knownBytes) {
        this.owner = owner;
        this.code = code;
        this.frame = Frame.open(code, locals[2], locals.length > 3 ? locals[3] : Frame.NONE);
        this.windows = new WindowEmitter(code, locals[0], locals[1], knownBytes);
        this.fields =
                new FieldEmitter(
                        code, windows, frame, new DerivationEmitter(owner, code, frame, fail));
        this.groups = new GroupEmitter(code, frame, locals[0], locals[1]);
    }

    int knownBytes() {
        return windows.knownBytes();
    }

    /** True where so many more groups may be emitted here. */
    boolean roomInPlace(int more) {
        return emitted + more <= IN_PLACE;
    }

    /** Accounts for code that was emitted otherwise. */
    void count(int more) {
        emitted += more;
    }

    /** True where the rest belongs into another method. */
    boolean isFull() {
        return emitted > FULL;
    }

    /** Emits the check that the packet has so many bytes, where that is not known. */
    void require(int length, int bytes) {
        if (bytes > knownBytes()) {
            code.iload(length).push(bytes).jump(Opcodes.IF_ICMPLT, fail);
            windows.know(bytes);
        }
    }

    /** Forgets what is known of code that was jumped over. */
    void forget(int bytes) {
        windows.forget(bytes);
    }

    /** Ends the method. */
    void close() {
        code.mark(fail).answer(false).end();
    }

    void emit(List<FieldGroup> next) {
        emitted += next.size();
        frame.touch(code, next.get(next.size() - 1).last().slot());
        for (FieldGroup group : next) {
            owner.grow(group.weight());
            if (group.isRun()) {
                groups.emit(group);
            } else {
                fields.emit(group.first());
            }
        }
    }
}
