package io.tcsstamp.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/**
 * A headless Chromium of this machine with a profile of its own; nothing is downloaded. Used by one
 * thread.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Complains that it knows no Chromium as new as this one; kept, or the level is forgotten. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Starts it; skips the test where there is none. */
    static Browser open() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: "
                        + CHROMIUM
                        + " or "
                        + DRIVER
                        + " is missing (Debian: apt-get install"
                        + " chromium chromium-driver)");
        SELENIUM.setLevel(Level.SEVERE);
        Path profile = Files.createTempDirectory("tcs-stamp-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,960",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        return new Browser(profile, new ChromeDriver(service, options));
    }

    void get(String url) {
        driver.get(url);
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** Forgets who is logged in. */
    void forget() {
        driver.manage().deleteAllCookies();
    }

    /** Runs a script in the page; a promise is waited for. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Scrolls down to the end of an element. */
    void show(String selector) {
        run("document.querySelector(arguments[0]).scrollIntoView({block: 'end'})", selector);
    }

    /** What there is to be read on the page. */
    String text() {
        return String.valueOf(run("return document.body.innerText"));
    }

    /** Asks the page again and again until it answers as expected. */
    <T> T until(String what, Callable<T> asked, Predicate<T> expected) {
        return await(what)
                .atMost(LIMIT)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(asked, expected::test);
    }

    /** Waits until all of the texts stand on the page. */
    void awaitText(String... texts) {
        until(
                "a page with " + List.of(texts),
                this::text,
                shown -> List.of(texts).stream().allMatch(shown::contains));
    }

    /** Waits until there is such an element and clicks it, as a user would. */
    void click(By element) {
        until("a click on " + element, () -> clicked(element), done -> done);
    }

    private boolean clicked(By by) {
        driver.findElement(by).click();
        return true;
    }

    /** Waits until there is such a field and types into it, instead of what stood there. */
    void type(By field, String text) {
        until("a field " + field, () -> driver.findElements(field).size(), n -> n > 0);
        WebElement element = driver.findElement(field);
        element.clear();
        element.sendKeys(text);
    }

    /** What it said of the page since the last call: errors and worse. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What it asked of any host since the last call. */
    List<String> requests() throws IOException {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get("performance")) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                urls.add(message.path("params").path("request").path("url").asText());
            }
        }
        return urls;
    }

    /** Writes a picture of the window. */
    void picture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        Folders.delete(profile);
    }
}
