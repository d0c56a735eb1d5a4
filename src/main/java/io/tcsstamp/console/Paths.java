package io.tcsstamp.console;

/** Under which paths the console answers; Hawtio's pages ask for these. */
final class Paths {
    static final String CONTEXT = "/hawtio";
    static final String JOLOKIA = CONTEXT + "/jolokia";
    static final String LOGIN = CONTEXT + "/auth/login";
    static final String LOGOUT = CONTEXT + "/auth/logout";
    static final String LOGIN_PAGE = CONTEXT + "/login";
    static final String USER = CONTEXT + "/user";

    private Paths() {}
}
