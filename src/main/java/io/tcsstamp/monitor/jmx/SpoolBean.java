package io.tcsstamp.monitor.jmx;

import io.tcsstamp.spool.Spool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tells of the spool of one destination. Stateless. */
final class SpoolBean {
    private SpoolBean() {}

    static DescribedMBean of(
            String destination, Spool spool, Baseline<LineCounts> books, Clock clock) {
        DescribedMBean.Builder bean =
                DescribedMBean.of("The lines that wait for one destination")
                        .text("Destination", "The id of its route", () -> destination)
                        .flag("Durable", "True where lines outlive this process", spool::isDurable)
                        .number("Lines", "Lines not known to be delivered", spool::lines)
                        .number("Bytes", "Their bytes", spool::bytes)
                        .number(
                                "MaxBytes",
                                "How many bytes there is room for (spool.max-bytes; where it is"
                                        + " not durable, stamp.queue-bytes)",
                                spool::maxBytes)
                        .number(
                                "OldestSeconds",
                                "For how long the oldest of them is in the spool, in seconds",
                                () -> age(spool.status().oldest(), clock))
                        .number(
                                "UnsentSeconds",
                                "For how long the oldest line waits that was never sent, in"
                                        + " seconds",
                                () -> age(spool.status().unsent(), clock))
                        .text(
                                "Trouble",
                                "Why lines are in memory only or dropped; empty where all is well",
                                () -> Texts.bounded(spool.status().trouble()))
                        .text(
                                "CountersSince",
                                "Since when its lines are counted here, UTC: the start or the last"
                                        + " reset. Lines that were in the spool then count as"
                                        + " recovered",
                                () -> books.since().toString())
                        .text(
                                "Books",
                                "What became of all lines, at one moment",
                                () -> books.now().toString());
        count(
                bean,
                "LinesRecovered",
                "Lines in the spool at the start",
                books,
                LineCounts::recovered);
        count(bean, "LinesAccepted", "Lines put into it since", books, LineCounts::accepted);
        count(bean, "LinesConfirmed", "Lines known to be delivered", books, LineCounts::confirmed);
        count(bean, "LinesDropped", "Lines given up", books, LineCounts::dropped);
        count(
                bean,
                "LinesResent",
                "Lines sent again, because it was not known whether they had arrived",
                books,
                LineCounts::resent);
        return bean.build();
    }

    private static void count(
            DescribedMBean.Builder bean,
            String name,
            String about,
            Baseline<LineCounts> books,
            ToLongFunction<LineCounts> count) {
        bean.number(name, about, () -> count.applyAsLong(books.now()));
    }

    private static long age(Optional<Instant> stored, Clock clock) {
        return stored.map(time -> Duration.between(time, clock.instant()).toSeconds())
                .map(seconds -> Math.max(0, seconds))
                .orElse(0L);
    }
}
