package io.tcsstamp.console;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Who has logged in, by the token in the browser's cookie; bounded. Thread-safe. */
final class Sessions {
    static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(30);
    static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(12);
    static final int MOST = 200;
    private static final int TOKEN_BYTES = 32;

    private static final class Session {
        private final String name;
        private final String password;
        private final long begun;
        private long used;

        private Session(String name, String password, long now) {
            this.name = name;
            this.password = password;
            this.begun = now;
            this.used = now;
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /**
     * @param clock nanoseconds from any origin
     */
    Sessions(LongSupplier clock) {
        this.clock = clock;
    }

    /** Begins one; gives its token. Beyond {@value #MOST} the oldest ends. */
    synchronized String begin(String name, UsersFile.Account account) {
        if (sessions.size() >= MOST) {
            sessions.values().removeIf(this::isOver);
        }
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(token, new Session(name, account.password().text(), clock.getAsLong()));
        return token;
    }

    /** Whose it is, as the accounts are now; null where it is over, or the account is another. */
    synchronized Visitor find(String token, UsersFile users) {
        Session session = sessions.get(token);
        if (session == null) {
            return null;
        }
        UsersFile.Account account = users.accounts().get(session.name);
        // a new password ends what was begun with the old one
        boolean same = account != null && account.password().text().equals(session.password);
        if (!same || isOver(session)) {
            sessions.remove(token);
            return null;
        }
        session.used = clock.getAsLong();
        return new Visitor(session.name, account.role(), true);
    }

    /** Ends one, where there is one. */
    synchronized void end(String token) {
        sessions.remove(token);
    }

    private boolean isOver(Session session) {
        long now = clock.getAsLong();
        return now - session.used > IDLE_NANOS || now - session.begun > LONGEST_NANOS;
    }
}
