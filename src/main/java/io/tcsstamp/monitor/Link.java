package io.tcsstamp.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one end, as the operator sees it: a state, since when, and why. Logs one line
 * per change of state, never one per attempt. Thread-safe.
 */
public final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final String end;
    private final String address;
    private final String route;
    private final Consumer<Link> onDown;
    private LinkState state = LinkState.CONNECTING;
    private Instant since = now();
    private String detail = "";

    /** Since when no byte has come; null while they come. */
    private volatile Instant silentSince;

    private volatile Instant stalledSince;

    /**
     * Creates a link that is connecting.
     *
     * @param end which end, such as {@code TCS} or {@code STAMP}
     * @param address where it is, {@code HOST:PORT} or an endpoint
     * @param route the id of the route whose connection it is
     * @param onDown told after each change to {@link LinkState#DOWN}
     */
    public Link(String end, String address, String route, Consumer<Link> onDown) {
        this.end = end;
        this.address = address;
        this.route = route;
        this.onDown = onDown;
    }

    /** Which end it is. */
    public String end() {
        return end;
    }

    /** Where the end is. */
    public String address() {
        return address;
    }

    /** The id of the route whose connection it is. */
    public String route() {
        return route;
    }

    /** The state. */
    public synchronized LinkState state() {
        return state;
    }

    /** Since when it is in its state. */
    public synchronized Instant since() {
        return since;
    }

    /** Why it is down or stopped; empty while it is not. */
    public synchronized String detail() {
        return detail;
    }

    /** Since when no byte has come, where that is longer than it should be. */
    public Optional<Instant> silentSince() {
        return Optional.ofNullable(silentSince);
    }

    /** Since when the peer takes nothing of what waits for it. */
    public Optional<Instant> stalledSince() {
        return Optional.ofNullable(stalledSince);
    }

    /**
     * It has not been connected yet, and that is nothing to warn of.
     *
     * @param what what it waits for, in words that follow "HOST:PORT: "
     */
    public synchronized void waiting(String what) {
        if (state == LinkState.CONNECTING) {
            detail = what;
        }
    }

    /** It is connected. */
    public void up() {
        if (change(LinkState.UP, "")) {
            LOG.info("{} {}: connected", end, address);
        }
    }

    /**
     * It is not connected.
     *
     * @param reason what happened and what to do, in words that follow "HOST:PORT: "
     */
    public void down(String reason) {
        if (change(LinkState.DOWN, reason)) {
            LOG.warn("{} {}: {}", end, address, reason);
            onDown.accept(this);
        }
    }

    /**
     * No byte has come for longer than it should take; until the next one this is told once.
     *
     * @param last when the last one came
     * @param told true where the log tells it in other words
     */
    public synchronized void silent(Instant last, boolean told) {
        if (silentSince != null) {
            return;
        }
        silentSince = last;
        if (!told) {
            LOG.warn(
                    "{} {}: connected, but silent since {}; is its program running? It should send"
                            + " every second, if only an empty block",
                    end,
                    address,
                    last);
        }
    }

    /** Bytes came. Costs next to nothing while they do. */
    public void heard() {
        if (silentSince != null) {
            endSilence();
        }
    }

    private synchronized void endSilence() {
        if (silentSince != null) {
            long seconds = Duration.between(silentSince, Instant.now()).toSeconds();
            LOG.info("{} {}: bytes come again, after {} s of silence", end, address, seconds);
            silentSince = null;
        }
    }

    /** The peer lives and takes nothing of what waits for it; told once. */
    public synchronized void stalled(Instant since) {
        if (stalledSince == null) {
            stalledSince = since;
            LOG.warn(
                    "{} {}: connected, but it has taken nothing since {} although lines wait; is"
                            + " its program stuck?",
                    end,
                    address,
                    since);
        }
    }

    /** The peer takes what waits for it, again. */
    public synchronized void taking() {
        if (stalledSince != null) {
            long seconds = Duration.between(stalledSince, Instant.now()).toSeconds();
            LOG.info("{} {}: takes lines again, after {} s", end, address, seconds);
            stalledSince = null;
        }
    }

    /** It was closed by us, which is no event for the operator. */
    public synchronized void closed() {
        if (state != LinkState.STOPPED) {
            change(LinkState.DOWN, "closed");
        }
    }

    /**
     * Its route was stopped.
     *
     * @param reason who did it
     */
    public synchronized void stopped(String reason) {
        silentSince = null;
        change(LinkState.STOPPED, reason);
    }

    /** Its route is started again. */
    public synchronized void started() {
        if (state == LinkState.STOPPED) {
            change(LinkState.CONNECTING, "");
        }
    }

    /** As exact as the log is. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private synchronized boolean change(LinkState to, String reason) {
        if (state == to) {
            detail = reason;
            return false;
        }
        state = to;
        stalledSince = null;
        since = now();
        detail = reason;
        return true;
    }

    @Override
    public synchronized String toString() {
        String text =
                switch (state) {
                    case CONNECTING -> detail.isEmpty() ? "connecting" : detail;
                    case UP -> "connected" + but();
                    case DOWN, STOPPED -> detail;
                };
        return end + " " + address + ": " + text;
    }

    private String but() {
        if (stalledSince != null) {
            return ", but it has taken nothing since " + stalledSince;
        }
        return silentSince == null ? "" : ", but silent since " + silentSince;
    }
}
