package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final PasswordHash HASH =
            new PasswordHash(PasswordHash.LEAST, new byte[16], new byte[32]);
    private static final UsersFile.Account ADAM = new UsersFile.Account(Role.ADMIN, HASH);
    private static final UsersFile USERS = new UsersFile(Map.of("adam", ADAM));

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Sessions sessions = new Sessions(now::get);

    @Test
    void aTokenIsLongAndNeverTheSame() {
        String token = sessions.begin("adam", ADAM);

        assertThat(token).hasSize(43).isNotEqualTo(sessions.begin("adam", ADAM));
        assertThat(sessions.find(token, USERS)).isEqualTo(new Visitor("adam", Role.ADMIN, true));
        assertThat(sessions.find("", USERS)).isNull();
    }

    @Test
    void whatIsNotUsedEnds() {
        String token = sessions.begin("adam", ADAM);
        now.addAndGet(Sessions.IDLE_NANOS);
        assertThat(sessions.find(token, USERS)).isNotNull();
        now.addAndGet(Sessions.IDLE_NANOS + 1);

        assertThat(sessions.find(token, USERS)).isNull();
    }

    @Test
    void whatIsUsedEndsToo() {
        String token = sessions.begin("adam", ADAM);
        for (long at = 0; at <= Sessions.LONGEST_NANOS; at += Sessions.IDLE_NANOS) {
            assertThat(sessions.find(token, USERS)).isNotNull();
            now.addAndGet(Sessions.IDLE_NANOS);
        }

        assertThat(sessions.find(token, USERS)).isNull();
    }

    @Test
    void theAccountAsItIsNowCounts() {
        UsersFile.Account viewer = new UsersFile.Account(Role.VIEWER, HASH);
        UsersFile.Account other =
                new UsersFile.Account(
                        Role.ADMIN,
                        new PasswordHash(PasswordHash.LEAST + 1, new byte[16], new byte[32]));
        String token = sessions.begin("adam", ADAM);

        assertThat(sessions.find(token, new UsersFile(Map.of("adam", viewer))).role())
                .isEqualTo(Role.VIEWER);
        assertThat(sessions.find(token, new UsersFile(Map.of("adam", other)))).isNull();
        assertThat(sessions.find(token, USERS)).as("ended by another password").isNull();
    }

    @Test
    void thereIsABoundedNumber() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < Sessions.MOST + 10; i++) {
            tokens.add(sessions.begin("adam", ADAM));
        }

        assertThat(tokens.stream().filter(token -> sessions.find(token, USERS) != null))
                .hasSize(Sessions.MOST)
                .doesNotContain(tokens.get(0))
                .contains(tokens.get(tokens.size() - 1));
    }
}
