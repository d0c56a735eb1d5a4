package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The interpreter and the compiled decoder of one plan, and how their results are compared. */
final class DecoderPair {
    final List<byte[]> classFiles = new ArrayList<>();
    final PacketDecoder interpreter;
    final PacketDecoder compiled;
    final PacketValues expected;
    final PacketValues actual;
    private final PacketDecoder alone;
    private boolean leftToInterpreter;

    DecoderPair(Definition definition, DecoderOptions options) throws DefinitionException {
        DecodePlan plan = PlanBuilder.build(definition, options);
        interpreter = new Interpreter(plan);
        compiled = DecoderCompiler.compile(plan, interpreter, classFiles::add);
        alone = DecoderCompiler.compile(plan, new Refusing(interpreter, this));
        expected = interpreter.newValues();
        actual = compiled.newValues();
    }

    /** Stands for the interpreter, and does nothing. */
    private record Refusing(PacketDecoder decoder, DecoderPair pair) implements PacketDecoder {
        @Override
        public Definition definition() {
            return decoder.definition();
        }

        @Override
        public Container root() {
            return decoder.root();
        }

        @Override
        public PacketValues newValues() {
            return decoder.newValues();
        }

        @Override
        public boolean decode(byte[] bytes, int offset, int length, PacketValues into) {
            pair.leftToInterpreter = true;
            return false;
        }
    }

    /** Tells whether generated code decodes a packet to its end, without the interpreter. */
    boolean decodesAlone(byte[] bytes, int offset, int length) {
        leftToInterpreter = false;
        boolean decoded = alone.decode(bytes, offset, length, actual);
        assertThat(decoded).isNotEqualTo(leftToInterpreter);
        return decoded;
    }

    /** Decodes a packet with both, and fails where anything is different. */
    boolean decode(byte[] bytes, int offset, int length) {
        boolean good = interpreter.decode(bytes, offset, length, expected);
        if (decodesAlone(bytes, offset, length)) {
            assertThat(good).as("what the interpreter says").isTrue();
            compare();
        }
        assertThat(compiled.decode(bytes, offset, length, actual)).isEqualTo(good);
        compare();
        return good;
    }

    private void compare() {
        same("size", expected.size, actual.size);
        same("position", expected.position, actual.position);
        same("bits decoded", expected.bitsDecoded(), actual.bitsDecoded());
        same("bit length", expected.bitLength(), actual.bitLength());
        same("bytes", expected.bytes(), actual.bytes());
        same("offset", expected.offset(), actual.offset());
        same("chain", expected.chain(), actual.chain());
        same("over-long", expected.overlong(), actual.overlong());
        same("failed", expected.failed(), actual.failed());
        for (int reference = 0; reference < expected.lastSlot.length; reference++) {
            same("last slot", expected.lastSlot[reference], actual.lastSlot[reference]);
        }
        for (int slot = 0; slot < expected.size; slot++) {
            compare(slot);
        }
        if (expected.failed()) {
            same("cause", expected.failure.why(), actual.failure.why());
            same("field", expected.failure.field(), actual.failure.field());
            same("bit", expected.failure.bitPosition(), actual.failure.bitPosition());
            same("message", expected.failure.getMessage(), actual.failure.getMessage());
        }
    }

    private void compare(int slot) {
        Field field = expected.field(slot);
        same("field", field, actual.field(slot));
        same(field + " raw", expected.rawBits(slot), actual.rawBits(slot));
        same(field + " number", bits(expected.number(slot)), bits(actual.number(slot)));
        same(field + " kind", expected.valueKind(slot), actual.valueKind(slot));
        if (expected.valueKind(slot) == ValueKind.TEXT) {
            same(field + " text", expected.textExtent(slot), actual.textExtent(slot));
        }
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }

    private static void same(String what, Object wanted, Object got) {
        if (!Objects.equals(wanted, got)) {
            throw new AssertionError(
                    "%s: interpreted %s, compiled %s".formatted(what, wanted, got));
        }
    }
}
