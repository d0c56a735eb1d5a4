package io.tcsstamp.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ExampleFileTest {
    @Test
    void the_file_of_example_packets_is_the_one_that_is_made_here() throws IOException {
        assertThat(Files.readAllBytes(ExamplePackets.FILE))
                .as("after a change of ExamplePackets its main writes the file again")
                .isEqualTo(ExamplePackets.bytes());
    }

    @Test
    void the_file_is_small() throws IOException {
        assertThat(Files.size(ExamplePackets.FILE)).isLessThan(10_000);
    }
}
