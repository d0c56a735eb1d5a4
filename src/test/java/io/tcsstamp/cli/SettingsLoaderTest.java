package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.camel.BridgeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options win over the environment, this over the file, and the file over the defaults. */
class SettingsLoaderTest {
    @TempDir Path home;
    private Path file;

    @BeforeEach
    void file() {
        file = home.resolve("application.properties");
    }

    @Test
    void withoutAFileThereAreDefaults() {
        BridgeSettings settings = load(Map.of(), Map.of());

        assertThat(settings.get("stamp.rate")).isEqualTo("0");
        assertThat(settings.get("tcs.endpoint")).isEmpty();
        assertThat(settings.hasFurtherSource()).isFalse();
        assertThat(settings.home()).isEqualTo(home);
    }

    @Test
    void eachWinsOverTheNext() throws IOException {
        Files.writeString(file, "stamp.rate = 1\n");
        assertThat(load(Map.of(), Map.of()).get("stamp.rate")).isEqualTo("1");

        Map<String, String> environment = Map.of("STAMP_RATE", "2");
        assertThat(load(environment, Map.of()).get("stamp.rate")).isEqualTo("2");

        Map<String, String> options = Map.of("stamp.rate", "3");
        assertThat(load(environment, options).get("stamp.rate")).isEqualTo("3");
    }

    @Test
    void everyPropertyHasAVariable() {
        assertThat(SettingsLoader.variable("stamp.rate-blocks")).isEqualTo("STAMP_RATE_BLOCKS");
        assertThat(load(Map.of("STAMP_RATE_BLOCKS", "7"), Map.of()).get("stamp.rate-blocks"))
                .isEqualTo("7");
        assertThat(load(Map.of("QUARANTINE_FOLDER", "/q"), Map.of()).get("quarantine.folder"))
                .isEqualTo("/q");
    }

    @Test
    void spacesAroundAValueDoNotCount() throws IOException {
        Files.writeString(file, "tcs.endpoint =  localhost:6666 \t\n");

        assertThat(load(Map.of(), Map.of()).get("tcs.endpoint")).isEqualTo("localhost:6666");
    }

    @Test
    void aRouteTemplateInTheFileIsASource() throws IOException {
        Files.writeString(file, "camel.route-template[tcs2].endpoint = localhost:6667\n");
        assertThat(load(Map.of(), Map.of()).hasFurtherSource()).isTrue();

        Files.writeString(file, "camel.routeTemplate[tcs2].endpoint = localhost:6667\n");
        assertThat(load(Map.of(), Map.of()).hasFurtherSource()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsToldByName() throws IOException {
        Files.write(file, "stamp.to = é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString());

        Files.writeString(file, "stamp.to = \\u00zz");
        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aWrongValueIsAWrongUseWhereverItStands() throws IOException {
        Files.writeString(file, "stamp.sort = value\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("stamp.sort 'value'");
    }

    private BridgeSettings load(Map<String, String> environment, Map<String, String> options) {
        return SettingsLoader.load(home, environment, options);
    }
}
