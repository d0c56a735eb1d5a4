package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.monitor.Condition.Level;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.output.SampleTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a changed definition is used, and when it is not. */
class DefinitionWatchTest {
    @TempDir Path folder;
    private Path file;
    private PacketDecoding decoding;
    private DefinitionWatch watch;
    private long writes;

    @BeforeEach
    void load() throws Exception {
        file = PacketStreams.definition(folder);
        watch(file);
    }

    private void watch(Path path) throws Exception {
        watch(path, "", "reception");
    }

    private void watch(Path path, String select, String time) throws Exception {
        NamePatterns selected = NamePatterns.of(select);
        PacketDefinitions definitions =
                new PacketDefinitions(
                        path,
                        Optional.of("CCSDSPacket"),
                        new PacketNames(selected, new SampleTime(time), option -> "my " + option));
        decoding = new PacketDecoding(definitions.load(), selected, "{parameter}", time, true);
        watch = new DefinitionWatch("packets", definitions, definitions.state(), decoding);
    }

    /** Gives each content a time of its own, whatever the file system's clock can tell apart. */
    private void write(String text) throws IOException {
        PacketStreams.write(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + ++writes * 1000));
    }

    private boolean decodesBy(String parameter) {
        return decoding.decoders().decoders().get(0).definition().parameters().values().stream()
                .anyMatch(p -> p.name().equals(parameter));
    }

    @Test
    void aNewDefinitionIsUsedAsSoonAsItIsNotWrittenAnyMore() throws Exception {
        write(PacketStreams.definition().replace("COUNTER", "NUMBER"));
        watch.check();
        assertThat(decodesBy("COUNTER")).as("it may still be written").isTrue();

        watch.check();
        assertThat(decodesBy("NUMBER")).isTrue();
        assertThat(watch.condition().level()).isEqualTo(Level.UP);
    }

    @Test
    void aFileThatChangesBetweenTwoLooksIsLeftAlone() throws Exception {
        String whole = PacketStreams.definition().replace("COUNTER", "NUMBER");
        write(whole.substring(0, 500));
        watch.check();
        write(whole.substring(0, 1000));
        watch.check();
        write(whole);
        watch.check();
        assertThat(watch.condition().level()).isEqualTo(Level.UP);
        watch.check();
        assertThat(decodesBy("NUMBER")).isTrue();
    }

    @Test
    void aBadDefinitionKeepsTheOldOneAndIsSaidUntilItIsGood() throws Exception {
        write(PacketStreams.definition().replace("\"U32\"/>", "\"U33\"/>"));
        watch.check();
        watch.check();

        assertThat(decodesBy("COUNTER")).isTrue();
        assertThat(watch.condition().level()).isEqualTo(Level.DEGRADED);
        assertThat(watch.condition().message()).contains("packets.xml:").contains("U33");

        write(PacketStreams.definition());
        watch.check();
        watch.check();
        assertThat(watch.condition().level()).isEqualTo(Level.UP);
    }

    @Test
    void aDefinitionThatIsGoneKeepsTheOldOne() throws Exception {
        Files.delete(file);
        watch.check();
        watch.check();

        assertThat(decodesBy("COUNTER")).isTrue();
        assertThat(watch.condition().level()).isEqualTo(Level.DEGRADED);
        assertThat(watch.condition().message()).contains("there is no file");
    }

    @Test
    void aDefinitionWithoutTheTimeKeepsTheOldOne() throws Exception {
        watch(file, "", "cds:DAY,MSEC");
        write(
                PacketStreams.definition()
                        .replace("\"DAY\"", "\"DATE\"")
                        .replace("COUNTER", "NUMBER"));
        watch.check();
        watch.check();

        assertThat(decodesBy("COUNTER")).isTrue();
        assertThat(watch.condition().level()).isEqualTo(Level.DEGRADED);
        assertThat(watch.condition().message()).contains("my time: ", "'DAY'");
    }

    @Test
    void aSelectionThatFitsNothingAnyMoreKeepsTheOldOne() throws Exception {
        watch(file, "COUNTER", "reception");
        write(PacketStreams.definition().replace("COUNTER", "NUMBER"));
        watch.check();
        watch.check();

        assertThat(decodesBy("COUNTER")).isTrue();
        assertThat(watch.condition().message()).contains("my select: ", "'COUNTER'");
    }

    @Test
    void aSelectedNameThatIsNotThereIsToldOnceAndAgainWhenAnotherIsGone() throws Exception {
        try (LogLines log = new LogLines(PacketNames.class)) {
            watch(file, "MODE,NOPE,COUNTER", "reception");
            assertThat(log.lines()).singleElement().asString().contains("my select: ", "NOPE");

            write(PacketStreams.definition().replace("VERSION", "NUMBER"));
            watch.check();
            watch.check();
            assertThat(decodesBy("NUMBER")).isTrue();
            assertThat(log.lines()).hasSize(1);

            write(PacketStreams.definition().replace("COUNTER", "COUNTED"));
            watch.check();
            watch.check();
            assertThat(log.lines()).hasSize(2).last().asString().contains("NOPE, COUNTER");
        }
    }

    @Test
    void aMountWhoseLinkIsExchangedIsRead(@TempDir Path mount) throws Exception {
        // a mounted ConfigMap: the file is a link through ..data, which is replaced in one step
        Path first = Files.createDirectory(mount.resolve("..1"));
        Path second = Files.createDirectory(mount.resolve("..2"));
        Files.writeString(first.resolve("packets.xml"), PacketStreams.definition());
        Files.writeString(
                second.resolve("packets.xml"),
                PacketStreams.definition().replace("COUNTER", "COUNTED"));
        Path data = Files.createSymbolicLink(mount.resolve("..data"), first.getFileName());
        Files.createSymbolicLink(mount.resolve("packets.xml"), Path.of("..data", "packets.xml"));
        watch(mount);
        assertThat(decodesBy("COUNTER")).isTrue();

        Path next = Files.createSymbolicLink(mount.resolve("..next"), second.getFileName());
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        watch.check();
        watch.check();
        assertThat(decodesBy("COUNTED")).isTrue();
    }

    @Test
    void filesOfAFolderMayCome() throws Exception {
        watch(folder);
        Files.writeString(
                folder.resolve("b.xtce"),
                PacketStreams.definition().replace("\"Test\"", "\"More\""));
        watch.check();
        watch.check();

        assertThat(decoding.decoders().decoders())
                .extracting(decoder -> decoder.definition().name())
                .containsExactly("More", "Test");
    }
}
