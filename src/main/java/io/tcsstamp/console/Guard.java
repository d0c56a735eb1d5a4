package io.tcsstamp.console;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Stands before everything: lets through what this console's own pages send, and not what a page of
 * somebody else makes a browser send (DNS rebinding, cross-site requests). Notes who asks.
 * Thread-safe.
 */
final class Guard implements Filter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final HostNames names;
    private final Access access;

    Guard(HostNames names, Access access) {
        this.names = names;
        this.access = access;
    }

    @Override
    public void doFilter(ServletRequest anything, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anything;
        HttpServletResponse response = (HttpServletResponse) answer;
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            Answer.text(response, 405, "only GET, HEAD and POST are answered");
        } else if (!names.isOwn(request.getHeader("Host"))) {
            Answer.text(
                    response,
                    403,
                    "this console is not known by the host name that was asked for;"
                            + " if it should be: console.host-names");
        } else if (!isOfOwnPage(request)) {
            Answer.text(
                    response,
                    403,
                    "this request comes from another site; scripts must say by an Origin header"
                            + " where they send it to, for example Origin: "
                            + "http://127.0.0.1:9401");
        } else {
            Visitor.note(request, access.visitor(request));
            chain.doFilter(request, response);
        }
    }

    /** Browsers say where a page is from whenever its request could change something. */
    private boolean isOfOwnPage(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return names.isSame(origin, host);
        }
        if (request.getMethod().equals("POST")) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null) {
            String referer = request.getHeader("Referer");
            return !isLogout(request) || referer == null || names.isSame(referer, host);
        }
        String from = site.toLowerCase(Locale.ROOT);
        boolean own = from.equals("same-origin") || from.equals("none");
        // a link on another page may lead here, but not log out
        return own || "navigate".equals(request.getHeader("Sec-Fetch-Mode")) && !isLogout(request);
    }

    private static boolean isLogout(HttpServletRequest request) {
        return Paths.LOGOUT.equals(request.getServletPath());
    }
}
