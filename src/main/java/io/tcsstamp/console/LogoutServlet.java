package io.tcsstamp.console;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a session and leads to the page with the login. Thread-safe. */
final class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LogoutServlet.class);

    private final transient Access access;

    LogoutServlet(Access access) {
        this.access = access;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visitor visitor = Visitor.of(request);
        if (visitor != null && visitor.loggedIn()) {
            LOG.info("console: {} has logged out", visitor.name());
        }
        access.end(request, response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", Paths.LOGIN_PAGE);
        response.setStatus(302);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        doGet(request, response);
    }
}
