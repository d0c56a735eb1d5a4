package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Quarantine;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is counted from its first attempt to connect on, not from its first record. */
class TcsFrameDecoderFactoryTest {
    @TempDir Path folder;

    @Test
    void aSourceThatNeverSentIsKnown() {
        Quarantine quarantine = new Quarantine(folder, 1024, Clock.systemUTC());
        BridgeMonitor monitor = new BridgeMonitor(quarantine, link -> {});
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("bridgeMonitor", monitor);
        TcsFrameDecoderFactory factory = new TcsFrameDecoderFactory();
        factory.setCamelContext(context);
        factory.setSource("tcs2");

        factory.newChannelHandler();

        assertThat(monitor.sources()).containsOnlyKeys("tcs2");
        context.stop();
        quarantine.close();
    }
}
