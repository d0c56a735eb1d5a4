package io.tcsstamp.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a time of the command line: a day or a day and a time as ISO 8601 writes them, in UTC
 * unless an offset is said. Stateless.
 */
final class UtcTime implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String said) {
        String text = said.strip().replace(' ', 'T');
        try {
            if (text.matches(".*T.*(Z|[+-][0-9:]+)")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return text.contains("T")
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + said + "' is no time, such as 2026-11-21 or 2026-11-21T06:42:41 (UTC)");
        }
    }
}
