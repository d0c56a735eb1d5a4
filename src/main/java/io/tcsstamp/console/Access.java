package io.tcsstamp.console;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Tells who sends a request, by the cookie of a session. Thread-safe. */
final class Access {
    private static final int LONGEST_TOKEN = 100;

    private final Users users;
    private final Sessions sessions;
    private final boolean anonymous;
    private final boolean secure;
    private final String cookie;

    /**
     * @param anonymous whether everybody may look
     * @param secure whether the cookie travels by HTTPS only
     * @param port browsers send a host's cookies to all its ports: each console has one of its own
     */
    Access(Users users, Sessions sessions, boolean anonymous, boolean secure, int port) {
        this.users = users;
        this.sessions = sessions;
        this.anonymous = anonymous;
        this.secure = secure;
        this.cookie = "tcs-stamp-" + port;
    }

    /** Null for somebody who must log in first. */
    Visitor visitor(HttpServletRequest request) {
        String token = token(request);
        Visitor visitor = token == null ? null : sessions.find(token, users.now());
        return visitor == null && anonymous ? Visitor.ANONYMOUS : visitor;
    }

    /** Begins a session, in place of the one that there may be. */
    void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            UsersFile.Account account) {
        end(request, response);
        setCookie(response, sessions.begin(name, account), "");
    }

    /** Ends the session, where there is one. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        String token = token(request);
        if (token != null) {
            sessions.end(token);
            setCookie(response, "", "; Max-Age=0");
        }
    }

    private void setCookie(HttpServletResponse response, String token, String further) {
        response.setHeader(
                "Set-Cookie",
                cookie
                        + "="
                        + token
                        + "; Path="
                        + Paths.CONTEXT
                        + "; HttpOnly; SameSite=Strict"
                        + (secure ? "; Secure" : "")
                        + further);
    }

    private String token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie one : cookies) {
                if (one.getName().equals(cookie)
                        && !one.getValue().isEmpty()
                        && one.getValue().length() <= LONGEST_TOKEN) {
                    return one.getValue();
                }
            }
        }
        return null;
    }
}
