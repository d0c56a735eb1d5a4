package io.tcsstamp.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes TCS blocks and, beside each, the STAMP lines (with milliseconds) that it has to become. The
 * same seed gives the same blocks. One block is one second; a usual block holds about 31 of the 70
 * channels. Not thread-safe.
 */
final class BlockGenerator {
    private static final int ETX = 3;
    private static final double USUALLY_CHANGED = 31.0;

    private final List<Channel> channels = Channel.ofTcs();
    private final SplittableRandom random;
    private LocalDateTime second = LocalDateTime.of(2026, 11, 21, 6, 0, 0);

    BlockGenerator(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Appends a block with the channels that changed, and its lines. Returns the number of records.
     */
    int changed(Latin1Buffer tcs, Latin1Buffer stamp) {
        return block(tcs, stamp, USUALLY_CHANGED / channels.size());
    }

    /**
     * Appends a block with all channels, as the TCS EGSE sends it first, and its lines. Returns the
     * number of records.
     */
    int full(Latin1Buffer tcs, Latin1Buffer stamp) {
        return block(tcs, stamp, 1);
    }

    private int block(Latin1Buffer tcs, Latin1Buffer stamp, double share) {
        String tcsSecond = tcsSecond();
        String stampSecond = stampSecond();
        int millis = random.nextInt(100, 130);
        int records = 0;
        for (Channel channel : channels) {
            if (share < 1 && random.nextDouble() >= share) {
                continue;
            }
            if (records++ > 0) {
                tcs.text("\r\n");
            }
            millis += random.nextInt(4);
            tcs.text(tcsSecond).digits(millis, 3).text(" UTC\t").text(channel.name()).octet('\t');
            stamp.text(stampSecond)
                    .digits(millis, 3)
                    .octet('\t')
                    .text(channel.name())
                    .text("\t0000\t");
            channel.signal().next(random, tcs, stamp);
            stamp.octet('\n');
        }
        tcs.octet(ETX);
        second = second.plusSeconds(1);
        return records;
    }

    private String tcsSecond() {
        Latin1Buffer text = new Latin1Buffer();
        text.digits(second.getYear(), 4).octet('/').digits(second.getMonthValue(), 2).octet('/');
        return timeOfDay(text.digits(second.getDayOfMonth(), 2));
    }

    private String stampSecond() {
        Latin1Buffer text = new Latin1Buffer();
        text.digits(second.getDayOfMonth(), 2)
                .octet('.')
                .digits(second.getMonthValue(), 2)
                .octet('.');
        return timeOfDay(text.digits(second.getYear(), 4));
    }

    private String timeOfDay(Latin1Buffer date) {
        date.octet(' ')
                .digits(second.getHour(), 2)
                .octet(':')
                .digits(second.getMinute(), 2)
                .octet(':');
        date.digits(second.getSecond(), 2).octet('.');
        return new String(date.array(), 0, date.length(), StandardCharsets.ISO_8859_1);
    }
}
