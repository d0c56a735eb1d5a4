package io.tcsstamp.bench;

import java.util.SplittableRandom;

/**
 * What a telemetry channel shows as time goes on: each call is one new value. Holds state, not
 * thread-safe.
 */
@FunctionalInterface
interface Signal {
    /**
     * Writes the next value twice: as the TCS EGSE sends it and as STAMP has to receive it. That
     * the same code knows both makes the expected output independent of any parser.
     */
    void next(SplittableRandom random, Latin1Buffer tcs, Latin1Buffer stamp);

    /** A number followed by its unit, which STAMP does not get. */
    static Signal number(double start, int decimals, String unit) {
        Walk walk = new Walk(start, decimals);
        return (random, tcs, stamp) -> {
            long value = walk.step(random);
            tcs.decimal(value, decimals).text(unit);
            stamp.decimal(value, decimals);
        };
    }

    /**
     * A number with a second one in brackets, such as {@code 0.586 A [0.820 Apk]}; STAMP gets the
     * first.
     */
    static Signal bracketed(
            double start, int decimals, double factor, String unit, String secondUnit) {
        Walk walk = new Walk(start, decimals);
        return (random, tcs, stamp) -> {
            long value = walk.step(random);
            tcs.decimal(value, decimals).text(unit).text(" [");
            tcs.decimal(Math.round(value * factor), decimals).text(secondUnit).octet(']');
            stamp.decimal(value, decimals);
        };
    }

    /**
     * A free store, such as {@code 81.6% free [681.6GB]}; STAMP gets what stands in the brackets.
     */
    static Signal store(double percent, double gigabytes) {
        Walk share = new Walk(percent, 1);
        Walk size = new Walk(gigabytes, 1);
        return (random, tcs, stamp) -> {
            long free = size.step(random);
            tcs.decimal(share.step(random), 1).text("% free [").decimal(free, 1).text("GB]");
            stamp.decimal(free, 1).text("GB");
        };
    }

    /** A mode with its name in brackets; STAMP gets the number. */
    static Signal mode(String... names) {
        return (random, tcs, stamp) -> {
            int mode = random.nextInt(names.length);
            tcs.digits(mode, 1).text(" [").text(names[mode]).octet(']');
            stamp.digits(mode, 1);
        };
    }

    /** Status bits, passed unchanged. */
    static Signal bits(int width) {
        return (random, tcs, stamp) -> {
            int pattern = random.nextInt(1 << width);
            for (int bit = width - 1; bit >= 0; bit--) {
                int digit = '0' + (pattern >> bit & 1);
                tcs.octet(digit);
                stamp.octet(digit);
            }
        };
    }

    /** A counter, passed unchanged. */
    static Signal counter(long start) {
        long[] count = {start};
        return (random, tcs, stamp) -> {
            count[0] += random.nextInt(1, 90);
            tcs.digits(count[0], 1);
            stamp.digits(count[0], 1);
        };
    }

    /** The load of the controller's processors, passed unchanged. */
    static Signal load() {
        Latin1Buffer text = new Latin1Buffer();
        return (random, tcs, stamp) -> {
            text.clear().text("CPU1: ").decimal(random.nextInt(50, 999), 1);
            text.text("% CPU2: ").decimal(random.nextInt(50, 999), 1);
            text.text("% MEM: 1.4% free [3.5MB/244.4MB] CORE: 112.1MB");
            copy(text, tcs, stamp);
        };
    }

    /** The time since start, passed unchanged. */
    static Signal elapsed() {
        long[] seconds = {171_430};
        Latin1Buffer text = new Latin1Buffer();
        return (random, tcs, stamp) -> {
            long s = seconds[0]++;
            text.clear().digits(s / 86_400, 1).octet('d').digits(s / 3600 % 24, 2).octet('h');
            text.digits(s / 60 % 60, 2).octet('m').digits(s % 60, 2).octet('s');
            copy(text, tcs, stamp);
        };
    }

    /** A text that never changes, passed unchanged. */
    static Signal constant(String text) {
        return (random, tcs, stamp) -> {
            tcs.text(text);
            stamp.text(text);
        };
    }

    private static void copy(Latin1Buffer text, Latin1Buffer tcs, Latin1Buffer stamp) {
        for (int i = 0; i < text.length(); i++) {
            tcs.octet(text.array()[i]);
            stamp.octet(text.array()[i]);
        }
    }
}
