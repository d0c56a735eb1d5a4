package io.tcsstamp.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Answers the small questions of Hawtio's pages, and gives its one page for every place in it. What
 * is a file passes. Thread-safe.
 */
final class PagesFilter implements Filter {
    /** Where the pages of Hawtio's parts are. */
    private static final List<String> PLACES =
            List.of("login", "camel", "jmx", "preferences", "help");

    private static final String INDEX = "/index.html";

    private final Map<String, String> fixed = new LinkedHashMap<>();

    /**
     * @param anonymous whether everybody may look
     * @param operable whether somebody may log in and run operations
     */
    PagesFilter(boolean anonymous, boolean operable) {
        fixed.put("/plugin", "[]");
        fixed.put("/keycloak/enabled", "false");
        fixed.put("/proxy/enabled", "false");
        // Hawtio's own names icons that it does not have
        fixed.put("/manifest.json", "{\"name\":\"tcs-stamp\",\"start_url\":\".\"}");
        fixed.put("/hawtconfig.json", text(configuration(anonymous, operable)));
    }

    private static String text(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> configuration(boolean anonymous, boolean operable) {
        String description =
                operable
                        ? "Operations need an account with the role admin."
                        : "No account may run operations yet: tcs-stamp user NAME --role admin.";
        List<Object> links =
                anonymous
                        ? List.of(
                                Map.of("url", Paths.CONTEXT + "/", "text", "Look without a login"))
                        : List.of();
        return Map.of(
                "branding",
                Map.of("appName", "tcs-stamp", "showAppName", true),
                "login",
                Map.of("title", "Log in to tcs-stamp", "description", description, "links", links),
                "about",
                Map.of("title", "tcs-stamp", "productInfo", List.of()),
                "disabledRoutes",
                List.of("/connect", "/runtime", "/quartz", "/springboot", "/logs"),
                "jmx",
                Map.of("workspace", JolokiaRules.DOMAINS));
    }

    @Override
    public void doFilter(ServletRequest anything, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anything;
        HttpServletResponse response = (HttpServletResponse) answer;
        String path = request.getRequestURI();
        if (path.equals("/") || path.equals(Paths.CONTEXT)) {
            response.setHeader("Location", Paths.CONTEXT + "/");
            response.setStatus(302);
            return;
        }
        if (!path.startsWith(Paths.CONTEXT + "/")) {
            Answer.text(response, 404, "nothing is here; the console is at " + Paths.CONTEXT);
            return;
        }
        String below = path.substring(Paths.CONTEXT.length());
        if (path.equals(Paths.USER)) {
            user(request, response);
        } else if (fixed.containsKey(below)) {
            Answer.json(response, 200, fixed.get(below));
        } else if (isPlace(below)) {
            response.setHeader("Cache-Control", "no-cache");
            request.getRequestDispatcher(Paths.CONTEXT + INDEX).forward(request, response);
        } else {
            response.setHeader(
                    "Cache-Control",
                    // the names of these files change with what is in them
                    below.startsWith("/static/") ? "private, max-age=31536000" : "no-cache");
            chain.doFilter(request, response);
        }
    }

    /** On the page with the login nobody is logged in, or the page would lead away from itself. */
    private static void user(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visitor visitor = Visitor.of(request);
        String referer = String.valueOf(request.getHeader("Referer"));
        boolean onLogin = referer.split("[?#]", 2)[0].endsWith(Paths.LOGIN_PAGE);
        if (visitor == null || !visitor.loggedIn() && onLogin) {
            Answer.json(response, 401, "null");
        } else {
            Answer.json(response, 200, text(visitor.name()));
        }
    }

    private static boolean isPlace(String path) {
        if (path.equals("/")) {
            return true;
        }
        String[] parts = path.split("/");
        return parts.length > 1 && PLACES.contains(parts[1]);
    }
}
