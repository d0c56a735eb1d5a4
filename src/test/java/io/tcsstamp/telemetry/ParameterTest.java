package io.tcsstamp.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ParameterTest {
    @Test
    void writesItsNameInUtf8() {
        Parameter parameter = new Parameter("tº", 3);
        byte[] to = new byte[5];

        assertThat(parameter.utf8Length()).isEqualTo(3);
        assertThat(parameter.writeUtf8(to, 1)).isEqualTo(4);
        assertThat(to).startsWith(0, 't').endsWith("º\0".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isEqualByItsNameAlone() {
        assertThat(new Parameter("a", 1))
                .isEqualTo(new Parameter("a", Parameter.UNLISTED))
                .hasSameHashCodeAs(new Parameter("a", 2))
                .isNotEqualTo(new Parameter("b", 1));
    }

    @Test
    void hasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Parameter("", 0));
    }
}
