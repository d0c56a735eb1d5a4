package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.ParameterTable;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchBuilder;
import java.util.Arrays;

/**
 * Reads records, {@code time TAB name TAB value}, in blocks that end in ETX. A record that is not
 * of that form becomes a rejection; those around it are read.
 *
 * <p>One parser reads one source; not thread-safe.
 */
public final class TcsParser {
    /** How many different names are remembered, and how long a name may be in bytes. */
    private static final int MAX_NAMES = 50_000;

    private static final int MAX_NAME_LENGTH = 1024;
    private static final int USUAL_RECORD_LENGTH = 48;

    private final UnitRules units;
    private final ParameterTable parameters;
    private final int prefixLength;
    private final TcsTime time = new TcsTime();
    private UnitRule[] ruleOf = new UnitRule[128];
    private int known;
    private int emptyBlocks;

    /** A parser with these unit rules, names as they come. */
    public TcsParser(UnitRules units) {
        this(units, "");
    }

    /**
     * Creates a parser.
     *
     * @param units cuts the values out of their texts, by the name as received
     * @param prefix put before every name, may be empty
     */
    public TcsParser(UnitRules units, String prefix) {
        this.units = units;
        this.parameters = new ParameterTable(prefix, MAX_NAMES);
        this.prefixLength = prefix.length();
    }

    /**
     * Reads all records.
     *
     * @param bytes whole blocks; what follows the last ETX is taken as whole records. The batch
     *     refers to the array, so it must not be changed afterwards.
     */
    public SampleBatch parse(byte[] bytes) {
        SampleBatchBuilder batch =
                SampleBatchBuilder.over(bytes, ISO_8859_1, 16 + bytes.length / USUAL_RECORD_LENGTH);
        int emptyRun = emptyBlocks;
        int at = 0;
        boolean blockHasRecord = false;
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b == TcsBlockReader.ETX) {
                at++;
                if (blockHasRecord) {
                    batch.endBlock();
                    emptyBlocks = 0;
                } else {
                    emptyRun = Math.max(emptyRun, ++emptyBlocks);
                }
                blockHasRecord = false;
            } else if (b == '\n') {
                at++;
            } else if (b == '\r' && isLineEnd(bytes, at + 1)) {
                at++;
            } else {
                blockHasRecord = true;
                at = parseRecord(bytes, at, batch);
            }
        }
        if (blockHasRecord) {
            emptyBlocks = 0;
        }
        batch.emptyRun(emptyRun);
        return batch.build();
    }

    /** Reads a record; returns the position of the LF or ETX that ends it, or the end. */
    private int parseRecord(byte[] bytes, int start, SampleBatchBuilder batch) {
        int timeEnd = FieldScanner.skipPrintable(bytes, start, bytes.length);
        if (timeEnd == bytes.length || bytes[timeEnd] != '\t') {
            return reject(
                    bytes,
                    start,
                    batch,
                    isRecordEnd(bytes, timeEnd)
                            ? "fewer than three fields separated by TAB"
                            : "a character that is no printable ASCII in the time");
        }
        int nameStart = timeEnd + 1;
        int nameEnd = fieldEnd(bytes, nameStart);
        if (nameEnd == bytes.length || bytes[nameEnd] != '\t') {
            return reject(
                    bytes,
                    start,
                    batch,
                    isRecordEnd(bytes, nameEnd)
                            ? "fewer than three fields separated by TAB"
                            : "a control character in the name");
        }
        int valueStart = nameEnd + 1;
        int valueEnd = FieldScanner.skipPrintable(bytes, valueStart, bytes.length);
        boolean plain = true;
        while (valueEnd < bytes.length && FieldScanner.isHighText(bytes[valueEnd])) {
            plain = false;
            valueEnd = FieldScanner.skipPrintable(bytes, valueEnd + 1, bytes.length);
        }
        int end = valueEnd;
        if (!isRecordEnd(bytes, valueEnd)) {
            if (bytes[valueEnd] != '\t') {
                return reject(bytes, start, batch, "a control character in the value");
            }
            // what follows a third TAB is not ours
            end = recordEnd(bytes, valueEnd);
        }
        String wrong = time.read(bytes, start, timeEnd - start);
        if (wrong == null) {
            wrong = checkName(nameEnd - nameStart);
        }
        if (wrong != null) {
            return reject(bytes, start, batch, wrong);
        }
        add(bytes, nameStart, nameEnd, valueStart, valueEnd, plain, batch);
        return end;
    }

    private void add(
            byte[] bytes,
            int nameStart,
            int nameEnd,
            int valueStart,
            int valueEnd,
            boolean plainRaw,
            SampleBatchBuilder batch) {
        Parameter parameter = parameters.find(bytes, nameStart, nameEnd - nameStart);
        UnitRule rule = rule(parameter);
        int textStart = valueStart;
        int textLength = valueEnd - valueStart;
        boolean plain = plainRaw;
        if (rule != null) {
            long cut = rule.cut(bytes, textStart, textLength);
            textStart = (int) (cut >>> 32);
            textLength = (int) cut;
            plain = plainRaw || isAscii(bytes, textStart, textLength);
        }
        batch.add(
                time.seconds(),
                time.nanos(),
                parameter,
                bytes,
                valueStart,
                valueEnd - valueStart,
                textStart,
                textLength,
                plain);
    }

    private UnitRule rule(Parameter parameter) {
        int ordinal = parameter.ordinal();
        if (ordinal < 0) {
            return units.of(parameter.name().substring(prefixLength));
        }
        if (ordinal >= known) {
            if (ordinal >= ruleOf.length) {
                ruleOf = Arrays.copyOf(ruleOf, Math.max(ordinal + 1, ruleOf.length * 2));
            }
            ruleOf[ordinal] = units.of(parameter.name().substring(prefixLength));
            known = ordinal + 1;
        }
        return ruleOf[ordinal];
    }

    private static String checkName(int length) {
        if (length == 0) {
            return "the name is empty";
        }
        return length > MAX_NAME_LENGTH
                ? "the name is longer than " + MAX_NAME_LENGTH + " bytes"
                : null;
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        return FieldScanner.skipPrintable(bytes, offset, offset + length) == offset + length;
    }

    /** The end of a field of text in ISO-8859-1: the first control character. */
    private static int fieldEnd(byte[] bytes, int from) {
        int at = FieldScanner.skipPrintable(bytes, from, bytes.length);
        while (at < bytes.length && FieldScanner.isHighText(bytes[at])) {
            at = FieldScanner.skipPrintable(bytes, at + 1, bytes.length);
        }
        return at;
    }

    private static int reject(byte[] bytes, int start, SampleBatchBuilder batch, String reason) {
        int end = recordEnd(bytes, start);
        int length = end > start && bytes[end - 1] == '\r' ? end - 1 - start : end - start;
        batch.reject(new Rejection(Arrays.copyOfRange(bytes, start, start + length), reason));
        return end;
    }

    private static int recordEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != TcsBlockReader.ETX) {
            at++;
        }
        return at;
    }

    private static boolean isRecordEnd(byte[] bytes, int at) {
        return isLineEnd(bytes, at) || bytes[at] == '\r' && isLineEnd(bytes, at + 1);
    }

    private static boolean isLineEnd(byte[] bytes, int at) {
        return at >= bytes.length || bytes[at] == '\n' || bytes[at] == TcsBlockReader.ETX;
    }
}
