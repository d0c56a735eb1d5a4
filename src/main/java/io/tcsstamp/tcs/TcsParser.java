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
    private static final String TOO_FEW_FIELDS = "fewer than three fields separated by TAB";
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
        int timeEnd = time.read(bytes, start);
        if (timeEnd < 0) {
            return reject(bytes, start, batch, wrongTime(bytes, start));
        }
        int nameStart = timeEnd + 1;
        int nameEnd = nameStart;
        int hash = 0;
        while (nameEnd < bytes.length && bytes[nameEnd] >= 0x20 && bytes[nameEnd] != 0x7F) {
            hash = ParameterTable.hash(hash, bytes[nameEnd++]);
        }
        if (nameEnd < bytes.length && bytes[nameEnd] < 0) {
            nameEnd = FieldScanner.skipText(bytes, nameEnd, bytes.length);
            hash = ParameterTable.hash(bytes, nameStart, nameEnd - nameStart);
        }
        if (nameEnd == bytes.length || bytes[nameEnd] != '\t') {
            return reject(bytes, start, batch, wrongName(bytes, nameEnd));
        }
        if (nameEnd == nameStart || nameEnd - nameStart > MAX_NAME_LENGTH) {
            return reject(bytes, start, batch, wrongLength(nameEnd - nameStart));
        }
        int valueStart = nameEnd + 1;
        int asciiEnd = FieldScanner.skipPrintable(bytes, valueStart, bytes.length);
        int valueEnd = asciiEnd;
        if (asciiEnd < bytes.length && bytes[asciiEnd] < 0) {
            valueEnd = FieldScanner.skipText(bytes, asciiEnd, bytes.length);
        }
        int end = valueEnd;
        if (!isRecordEnd(bytes, valueEnd)) {
            if (bytes[valueEnd] != '\t') {
                return reject(bytes, start, batch, "a control character in the value");
            }
            // what follows a third TAB is not ours
            end = recordEnd(bytes, valueEnd);
        }
        Parameter parameter = parameters.find(bytes, nameStart, nameEnd - nameStart, hash);
        add(bytes, parameter, valueStart, valueEnd, asciiEnd, batch);
        return end;
    }

    private void add(
            byte[] bytes,
            Parameter parameter,
            int valueStart,
            int valueEnd,
            int asciiEnd,
            SampleBatchBuilder batch) {
        UnitRule rule = rule(parameter);
        int textStart = valueStart;
        int textLength = valueEnd - valueStart;
        if (rule != null) {
            long cut = rule.cut(bytes, textStart, textLength);
            textStart = (int) (cut >>> 32);
            textLength = (int) cut;
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
                textStart + textLength <= asciiEnd);
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

    private String wrongTime(byte[] bytes, int start) {
        int end = FieldScanner.skipPrintable(bytes, start, bytes.length);
        if (end < bytes.length && bytes[end] == '\t') {
            return time.wrong(bytes, start, end);
        }
        return isRecordEnd(bytes, end)
                ? TOO_FEW_FIELDS
                : "a character that is no printable ASCII in the time";
    }

    private static String wrongName(byte[] bytes, int nameEnd) {
        return isRecordEnd(bytes, nameEnd) ? TOO_FEW_FIELDS : "a control character in the name";
    }

    private static String wrongLength(int length) {
        return length == 0
                ? "the name is empty"
                : "the name is longer than " + MAX_NAME_LENGTH + " bytes";
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
