package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.Link;

/** Tells of one connection. Stateless. */
final class LinkBean {
    private LinkBean() {}

    static String nameOf(Link link) {
        return link.end() + " " + link.address();
    }

    static DescribedMBean of(Link link) {
        return DescribedMBean.of("The connection to one end of the bridge")
                .text("End", "Which end it is, such as TCS or STAMP", link::end)
                .text(
                        "Address",
                        "Where it is: HOST:PORT, or the name of a destination",
                        () -> Texts.bounded(link.address()))
                .text(
                        "Route",
                        "The id of the route whose connection it is",
                        () -> Texts.bounded(link.route()))
                .text(
                        "State",
                        "CONNECTING before the first attempt has ended, UP, DOWN, or STOPPED with"
                                + " its route",
                        () -> link.state().name())
                .text("Since", "Since when it is in this state, UTC", () -> link.since().toString())
                .text(
                        "Detail",
                        "Why it is down or stopped, and what to do; empty while it is not",
                        () -> Texts.bounded(link.detail()))
                .text(
                        "SilentSince",
                        "Since when no byte has come although some should, UTC; empty while they"
                                + " come",
                        () -> Texts.time(link.silentSince()))
                .text(
                        "StalledSince",
                        "Since when the peer takes nothing of what waits for it, UTC; empty while"
                                + " it takes",
                        () -> Texts.time(link.stalledSince()))
                .build();
    }
}
