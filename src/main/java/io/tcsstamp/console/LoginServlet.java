package io.tcsstamp.console;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a name and a password, and begins a session. Thread-safe. */
final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LoginServlet.class);
    private static final int LONGEST_BODY = 1 << 10;
    private static final int BODIES = 3;
    private static final int BODY_SECONDS = 2;

    private final transient Users users;
    private final transient Access access;
    private final transient LoginThrottle throttle;
    private final transient Bodies bodies = new Bodies(LONGEST_BODY, BODIES, BODY_SECONDS);

    LoginServlet(Users users, Access access, LoginThrottle throttle) {
        this.users = users;
        this.access = access;
        this.throttle = throttle;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Allow", "POST");
        Answer.text(response, 405, "a login is sent by POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String address = request.getRemoteAddr();
        long wait = throttle.waitSeconds(address);
        if (wait > 0) {
            response.setHeader("Retry-After", String.valueOf(wait));
            Answer.text(response, 429, "too many failed logins; wait " + wait + " s");
            return;
        }
        byte[] body = bodies.read(request, response);
        if (body == null) {
            return;
        }
        String name;
        String password;
        try {
            Map<?, ?> said = Json.read(body) instanceof Map<?, ?> object ? object : Map.of();
            name = said.get("username") instanceof String text ? text : "";
            password = said.get("password") instanceof String text ? text : "";
        } catch (MalformedException e) {
            Answer.text(response, 400, "not understood: " + e.getMessage());
            return;
        } finally {
            Arrays.fill(body, (byte) 0);
        }
        login(request, response, name, password);
    }

    private void login(
            HttpServletRequest request, HttpServletResponse response, String name, String password)
            throws IOException {
        String address = request.getRemoteAddr();
        UsersFile.Account account;
        try {
            account = users.login(name, password.toCharArray());
        } catch (IOException e) {
            response.setHeader("Retry-After", "10");
            Answer.text(response, 503, "too many logins at once");
            return;
        }
        if (account == null) {
            boolean known = users.now().has(name);
            int failures = throttle.failed(address, known ? name : "");
            // somebody may have typed the password in the place of the name
            LOG.warn(
                    "console: login failed: {}, from {}, {} in a row{}",
                    known ? "user " + name : "a name that nobody has",
                    address,
                    failures,
                    failures >= LoginThrottle.FREE ? "; it must wait now" : "");
            Answer.text(response, 403, "name or password is wrong");
            return;
        }
        throttle.succeeded(address, name);
        access.begin(request, response, name, account);
        LOG.info("console: {} ({}) has logged in from {}", name, account.role().text(), address);
        Answer.json(response, 200, "{\"user\":\"" + name + "\"}");
    }
}
