package io.tcsstamp.decode;

import java.util.List;
import org.objectweb.asm.Label;

/** A generated method that decodes fields: its code, its locals, and what it knows so far. */
final class Body {
    final Code code;
    /** Where to go with a packet that the interpreter must decode. */
    final Label fail = new Label();

    final Frame frame;
    private final WindowEmitter windows;
    private final FieldEmitter fields;
    private final GroupEmitter groups;
    private int emitted;

    /**
     * Opens a body.
     *
     * @param locals those of the bytes, the offset and the values
     * @param knownBytes how many bytes are there for certain
     */
    Body(GeneratedClass owner, Code code, int[] locals, int knownBytes) {
        this.code = code;
        this.frame = Frame.open(code, locals[2], Frame.NONE);
        this.windows = new WindowEmitter(code, locals[0], locals[1], knownBytes);
        this.fields =
                new FieldEmitter(
                        code, windows, frame, new DerivationEmitter(owner, code, frame, fail));
        this.groups = new GroupEmitter(code, frame, locals[0], locals[1]);
    }

    int knownBytes() {
        return windows.knownBytes();
    }

    void know(int bytes) {
        windows.know(bytes);
    }

    /** True where so many more groups would not make it larger than a limit. */
    boolean room(int more, int limit) {
        return emitted + more <= limit;
    }

    void emit(List<FieldGroup> next) {
        emitted += next.size();
        frame.touch(code, next.get(next.size() - 1).last().slot());
        for (FieldGroup group : next) {
            if (group.isRun()) {
                groups.emit(group);
            } else {
                fields.emit(group.first());
            }
        }
    }
}
