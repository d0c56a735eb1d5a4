package io.tcsstamp.cli;

import io.tcsstamp.camel.BridgeSettings;
import io.tcsstamp.camel.PacketEndpoint;
import java.util.List;

/** Refuses settings that cannot work, with a line that says how to say it right. */
final class SettingsCheck {
    /** A week; more is surely a mistake, and longer than a timer should be. */
    private static final int LONGEST_RATE_SECONDS = 604_800;

    /**
     * What a parameter with a long name takes at most, kept and while it is told, with room left.
     */
    private static final int SERIES_BYTES = 4096;

    private SettingsCheck() {}

    static void check(BridgeSettings settings) {
        // what must be in memory at once
        long heap = Math.min(Runtime.getRuntime().maxMemory(), Integer.MAX_VALUE);
        endpoint(settings, "tcs.endpoint", "--tcs", 6666);
        endpoint(settings, "stamp.endpoint", "--stamp", 4444);
        PacketSettingsCheck.check(settings);
        rate(settings);
        for (String key :
                List.of(
                        "stamp.clear",
                        "stamp.fractional-time",
                        "stamp.rich",
                        "spool.enabled",
                        "tcs.tls",
                        "tcs.tls.host-name-check",
                        "packet.combine-segments",
                        "packet.tls",
                        "packet.tls.host-name-check",
                        "stamp.tls",
                        "stamp.tls.host-name-check",
                        "console.enabled",
                        "console.tls",
                        "metrics.enabled",
                        "fail-fast")) {
            oneOf(settings, key, "true", "false");
        }
        for (String end : List.of("tcs", "packet", "stamp")) {
            password(settings, end + ".tls.trust-store");
            password(settings, end + ".tls.key-store");
        }
        password(settings, "console.tls.key-store");
        oneOf(settings, "packet.idle", "skip", "decode");
        oneOf(settings, "stamp.sort", "time", "name");
        oneOf(settings, "spool.when-full", "drop-oldest", "wait");
        oneOf(settings, "spool.synchronous", "NORMAL", "FULL");
        number(settings, "spool.max-bytes", 1 << 20, 1L << 50);
        tail(settings);
        number(settings, "packet.definitions-reload", 0, 86_400);
        number(settings, "packet.skip", 0, 65_536);
        number(settings, "packet.secondary-header", 0, 65_536);
        number(settings, "packet.max-packet", 0, Math.min(heap / 8, 1 << 28));
        number(settings, "packet.connect-timeout", 1, 600_000);
        number(settings, "packet.read-timeout", 0, 86_400);
        number(settings, "packet.udp-buffer", 4096, 1 << 30);
        number(settings, "stamp.rate-blocks", 0, Integer.MAX_VALUE);
        number(settings, "tcs.max-block", 1, heap / 8);
        number(settings, "tcs.read-timeout", 0, 86_400);
        number(settings, "tcs.silence", 0, 86_400);
        number(settings, "health.spool-age", 1, 604_800);
        number(settings, "metrics.max-series", 0, Integer.MAX_VALUE);
        if (Long.parseLong(settings.get("metrics.max-series")) > heap / SERIES_BYTES) {
            throw new UsageException(
                    "metrics.max-series '"
                            + settings.get("metrics.max-series")
                            + "' is more than the memory of this program has room for, "
                            + heap / SERIES_BYTES
                            + "; set less, or give it more memory, for example"
                            + " JAVA_OPTS=-Xmx256m");
        }
        number(settings, "metrics.stale", 0, 604_800);
        number(settings, "management.port", 0, 65_535);
        number(settings, "tcs.connect-timeout", 1, 600_000);
        number(settings, "stamp.connect-timeout", 1, 600_000);
        number(settings, "stamp.keep-alive", 0, 32_767);
        number(settings, "stamp.user-timeout", 0, 86_400);
        number(settings, "stamp.stall-timeout", 0, 604_800);
        number(settings, "stamp.queue-bytes", 1024, heap / 3);
        number(settings, "shutdown.timeout", 1, 86_400);
        number(settings, "console.port", 0, 65_535);
        number(settings, "quarantine.max-bytes", 0, 1L << 50);
    }

    private static void endpoint(BridgeSettings settings, String key, String option, int example) {
        String value = settings.get(key);
        if (value.isEmpty()) {
            return;
        }
        if (!PacketEndpoint.isHostAndPort(value)) {
            throw new UsageException(
                    option
                            + " '"
                            + value
                            + "' ("
                            + key
                            + ") is not HOST:PORT with a port from 1 to 65535,"
                            + " for example "
                            + option
                            + " localhost:"
                            + example);
        }
    }

    private static void rate(BridgeSettings settings) {
        String value = settings.get("stamp.rate");
        if (!value.matches("[0-9]{1,6}([.][0-9]{1,3})?")
                || Double.parseDouble(value) > LONGEST_RATE_SECONDS) {
            throw new UsageException(
                    "--rate '"
                            + value
                            + "' (stamp.rate) is not a number of seconds from 0 to "
                            + LONGEST_RATE_SECONDS
                            + ", for example --rate 10; 0 sends every block at once");
        }
    }

    private static void tail(BridgeSettings settings) {
        String value = settings.get("stamp.tail");
        if (!value.matches("auto|[0-9]{1,12}|[1-9][0-9]?xwindow")) {
            throw new UsageException(
                    "stamp.tail '"
                            + value
                            + "' must be auto, a number of bytes, or a multiple of the peer's"
                            + " window, for example stamp.tail=2xwindow");
        }
    }

    /** Says nothing of what it is. */
    private static void password(BridgeSettings settings, String store) {
        if (!settings.get(store + "-password").isEmpty()
                && !settings.get(store + "-password-file").isEmpty()) {
            throw new UsageException(
                    store + "-password and " + store + "-password-file are both set; set only one");
        }
    }

    private static void oneOf(BridgeSettings settings, String key, String one, String other) {
        String value = settings.get(key);
        if (!value.equals(one) && !value.equals(other)) {
            throw new UsageException(
                    key
                            + " '"
                            + value
                            + "' must be "
                            + one
                            + " or "
                            + other
                            + ", for example "
                            + key
                            + "="
                            + one);
        }
    }

    private static void number(BridgeSettings settings, String key, long least, long most) {
        String value = settings.get(key);
        boolean right = value.matches("0*[0-9]{1,18}");
        if (!right || Long.parseLong(value) < least || Long.parseLong(value) > most) {
            throw new UsageException(
                    key + " '" + value + "' must be a whole number from " + least + " to " + most);
        }
    }
}
