package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    private static final int ROUNDS = 3;

    @TempDir Path folder;

    @Test
    void aNameThatNobodyHasTakesAsLongAsAWrongPassword() throws IOException {
        Users users = new Users(TestConsole.users(folder));
        users.login(TestConsole.ADMIN, "warm up".toCharArray());
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            known = Math.min(known, nanos(users, TestConsole.ADMIN));
            unknown = Math.min(unknown, nanos(users, "nobody"));
        }

        // without a hash it would be a thousandth
        assertThat(unknown).isBetween(known / 4, known * 4);
    }

    @Test
    void withoutAFileNobodyLogsIn() throws IOException {
        Users users = new Users(null);

        assertThat(users.now().accounts()).isEmpty();
        assertThat(users.login("", new char[0])).isNull();
    }

    private static long nanos(Users users, String name) throws IOException {
        long start = System.nanoTime();
        assertThat(users.login(name, "wrong".toCharArray())).isNull();
        return System.nanoTime() - start;
    }
}
