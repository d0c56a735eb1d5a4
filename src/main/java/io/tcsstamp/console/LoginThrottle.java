package io.tcsstamp.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow: after some failures an address waits, longer each time. Remembers a bounded
 * number of addresses. Thread-safe.
 */
final class LoginThrottle {
    /** How many failures in a row are free. */
    static final int FREE = 5;

    static final long FIRST_WAIT_SECONDS = 30;
    static final long LONGEST_WAIT_SECONDS = 900;
    static final int MOST = 1000;

    /** Of one address: names beyond these count, but are never forgiven. */
    private static final int MOST_NAMES = 20;

    private static final class Failures {
        private final Map<String, Integer> byName = new HashMap<>();
        private int number;
        private long last;
        private long until;
    }

    private final LongSupplier clock;
    private final Map<String, Failures> addresses = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param clock nanoseconds from any origin
     */
    LoginThrottle(LongSupplier clock) {
        this.clock = clock;
    }

    /** How many seconds an address must still wait; 0 for none. */
    synchronized long waitSeconds(String address) {
        Failures failures = addresses.get(address);
        if (failures == null || failures.number < FREE) {
            return 0;
        }
        long nanos = failures.until - clock.getAsLong();
        return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
    }

    /**
     * Notes a failure; gives how many there were in a row.
     *
     * @param name whose password was tried; empty for a name that nobody has
     */
    synchronized int failed(String address, String name) {
        long now = clock.getAsLong();
        Failures failures = addresses.computeIfAbsent(address, key -> new Failures());
        boolean old =
                failures.number > 0
                        && now - failures.last > TimeUnit.SECONDS.toNanos(2 * LONGEST_WAIT_SECONDS);
        if (old) {
            failures.number = 0;
            failures.byName.clear();
        }
        failures.number++;
        if (failures.byName.size() < MOST_NAMES || failures.byName.containsKey(name)) {
            failures.byName.merge(name, 1, Integer::sum);
        }
        failures.last = now;
        int beyond = Math.min(failures.number - FREE, 10);
        if (beyond >= 0) {
            long seconds = Math.min(FIRST_WAIT_SECONDS << beyond, LONGEST_WAIT_SECONDS);
            failures.until = now + TimeUnit.SECONDS.toNanos(seconds);
        }
        if (addresses.size() > MOST) {
            addresses.remove(addresses.keySet().iterator().next());
        }
        return failures.number;
    }

    /** Forgets the failures with this name: who knows one password may still guess others. */
    synchronized void succeeded(String address, String name) {
        Failures failures = addresses.get(address);
        Integer forgiven = failures == null ? null : failures.byName.remove(name);
        if (forgiven != null) {
            failures.number -= forgiven;
            if (failures.number == 0) {
                addresses.remove(address);
            }
        }
    }

    /** How many are remembered. */
    synchronized int size() {
        return addresses.size();
    }
}
