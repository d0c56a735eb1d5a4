package io.tcsstamp.definition.xtce.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kinds of values that need more than a list of words. Numbers, times and hex as in XML Schema
 * 1.0 part 2; names and references as in XTCE 1.2. Patterns are possessive, so none can run away.
 */
final class ValueKinds {
    private static final Pattern INTEGER = Pattern.compile("[+-]?+[0-9]++");
    private static final Pattern DOUBLE =
            Pattern.compile("[+-]?+([0-9]++(\\.[0-9]*+)?+|\\.[0-9]++)([eE][+-]?+[0-9]++)?+");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]*+");
    private static final Pattern RADIX_INTEGER =
            Pattern.compile("0[xX][0-9a-fA-F]++|0[oO][0-7]++|0[bB][01]++");
    private static final Pattern BYTE_NUMBER = Pattern.compile("1[0-5]|[0-9]");
    private static final Pattern NAME = Pattern.compile("[^./:\\[\\] ]++");
    private static final Pattern OLDER_NAME = Pattern.compile("[^./:\\[\\]]++");

    /** What a URI in a document may hold, though it must be escaped where it is used. */
    private static final Pattern TO_ESCAPE = Pattern.compile("[ <>\"{}|\\\\^`]");

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private static final Set<String> EPOCHS = Set.of("TAI", "J2000", "UNIX", "GPS");

    private ValueKinds() {}

    /** By the names that the table uses. */
    static Map<String, ValueKind> builtIn() {
        return List.of(
                        ValueKind.of("text", "text", value -> true),
                        ValueKind.of("uri", "a URI", ValueKinds::isUri),
                        ValueKind.of("nothing", "no text", String::isEmpty),
                        ValueKind.of(
                                "name",
                                "a name without . / : [ ] and without spaces",
                                value -> NAME.matcher(spaced(value)).matches(),
                                value -> OLDER_NAME.matcher(spaced(value)).matches()),
                        ValueKind.of(
                                "reference",
                                "a name, or names joined by / (relative, or from the root if it"
                                        + " begins with /)",
                                ValueKinds::isReference),
                        ValueKind.of("hex", "an even number of hex digits", ValueKinds::isHex),
                        ValueKind.of(
                                "boolean",
                                "true, false, 1 or 0",
                                value ->
                                        Set.of("true", "false", "1", "0")
                                                .contains(collapse(value))),
                        integer("long", "a 64-bit integer", LONG_MIN, LONG_MAX),
                        integer(
                                "int",
                                "a 32-bit integer",
                                BigInteger.valueOf(Integer.MIN_VALUE),
                                BigInteger.valueOf(Integer.MAX_VALUE)),
                        integer("natural", "an integer, 0 or more", BigInteger.ZERO, LONG_MAX),
                        integer("positive", "an integer, 1 or more", BigInteger.ONE, LONG_MAX),
                        integerOf("floatBits", 16, 32, 40, 48, 64, 80, 128),
                        integerOf("floatTypeBits", 32, 64, 128),
                        integerOf("characterWidth", 8, 16),
                        ValueKind.of(
                                "exponent",
                                "an integer, 0 or more",
                                value -> inRange(value, BigInteger.ZERO, LONG_MAX),
                                ValueKinds::isDouble),
                        ValueKind.of(
                                "integer",
                                "an integer: decimal, 0x hex, 0o octal or 0b binary",
                                value ->
                                        INTEGER.matcher(collapse(value)).matches()
                                                || RADIX_INTEGER.matcher(value).matches()),
                        ValueKind.of(
                                "double", "a number (or INF, -INF, NaN)", ValueKinds::isDouble),
                        ValueKind.of("percent", "a number from 0 to 100", ValueKinds::isPercent),
                        ValueKind.of(
                                "byteOrder",
                                "mostSignificantByteFirst, leastSignificantByteFirst or byte"
                                        + " numbers from 0 to 15 such as 1,0,3,2",
                                ValueKinds::isByteOrder),
                        ValueKind.of(
                                "duration",
                                "a duration such as PT1.5S",
                                value -> TimeValues.isDuration(collapse(value))),
                        ValueKind.of(
                                "dateTime",
                                "a date and time such as 2000-01-01T12:00:00Z",
                                value -> TimeValues.isDateTime(collapse(value))),
                        ValueKind.of(
                                "epoch",
                                "TAI, J2000, UNIX, GPS, a date, or a date and time such as"
                                        + " 2000-01-01T12:00:00Z",
                                value ->
                                        EPOCHS.contains(value)
                                                || TimeValues.isDate(collapse(value))
                                                || TimeValues.isDateTime(collapse(value)),
                                "POSIX"::equals))
                .stream()
                .collect(Collectors.toMap(ValueKind::name, Function.identity()));
    }

    private static ValueKind integer(
            String name, String expected, BigInteger least, BigInteger most) {
        return ValueKind.of(name, expected, value -> inRange(value, least, most));
    }

    private static ValueKind integerOf(String name, long... values) {
        Set<BigInteger> set =
                Arrays.stream(values)
                        .mapToObj(BigInteger::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        String list =
                Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return ValueKind.of(
                name,
                "one of " + list,
                value -> inRange(value, LONG_MIN, LONG_MAX) && set.contains(number(value)));
    }

    private static boolean isHex(String value) {
        String digits = collapse(value);
        return digits.length() % 2 == 0 && HEX.matcher(digits).matches();
    }

    private static boolean isByteOrder(String value) {
        return value.equals("mostSignificantByteFirst")
                || value.equals("leastSignificantByteFirst")
                || Arrays.stream(value.split(",", -1))
                        .allMatch(number -> BYTE_NUMBER.matcher(number).matches());
    }

    private static boolean inRange(String value, BigInteger least, BigInteger most) {
        String digits = significant(collapse(value));
        if (digits.length() > 20 || !INTEGER.matcher(digits).matches()) {
            return false;
        }
        BigInteger number = new BigInteger(digits);
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    private static BigInteger number(String value) {
        return new BigInteger(significant(collapse(value)));
    }

    /** Without the zeros in front, which may be many. */
    private static String significant(String digits) {
        int sign = !digits.isEmpty() && "+-".indexOf(digits.charAt(0)) >= 0 ? 1 : 0;
        int first = sign;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(0, sign) + digits.substring(first);
    }

    private static boolean isDouble(String value) {
        String number = collapse(value);
        return Set.of("INF", "-INF", "NaN").contains(number) || DOUBLE.matcher(number).matches();
    }

    private static boolean isPercent(String value) {
        String number = collapse(value);
        if (!DOUBLE.matcher(number).matches()) {
            return false;
        }
        double percent = Double.parseDouble(number);
        return percent >= 0 && percent <= BigDecimal.valueOf(100).doubleValue();
    }

    private static boolean isUri(String value) {
        try {
            new URI(TO_ESCAPE.matcher(collapse(value)).replaceAll("%20"));
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Names joined by slashes; all but the last may be . or .. */
    private static boolean isReference(String value) {
        String path = value.startsWith("/") ? value.substring(1) : value;
        String[] names = spaced(path).split("/", -1);
        for (int i = 0; i < names.length; i++) {
            boolean dots = names[i].equals(".") || names[i].equals("..");
            boolean step = dots && i < names.length - 1;
            if (!step && !OLDER_NAME.matcher(names[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    /** White space as normalizedString has it. */
    private static String spaced(String value) {
        return value.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    /** White space as all but strings have it; none is left inside what is valid. */
    private static String collapse(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
