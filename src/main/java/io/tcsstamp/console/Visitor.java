package io.tcsstamp.console;

import javax.servlet.http.HttpServletRequest;

/**
 * Who asks.
 *
 * @param name as the page shows it
 * @param loggedIn false for one that nobody asked for a password
 */
record Visitor(String name, Role role, boolean loggedIn) {
    private static final String ATTRIBUTE = Visitor.class.getName();

    /** Whoever may look without a login. */
    static final Visitor ANONYMOUS = new Visitor("not logged in", Role.VIEWER, false);

    /** Who sent a request; null for somebody who must log in first. */
    static Visitor of(HttpServletRequest request) {
        return (Visitor) request.getAttribute(ATTRIBUTE);
    }

    /** Notes it for those that handle the request later. */
    static void note(HttpServletRequest request, Visitor visitor) {
        request.setAttribute(ATTRIBUTE, visitor);
    }
}
