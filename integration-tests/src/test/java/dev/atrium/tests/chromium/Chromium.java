package dev.atrium.tests.chromium;

import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.Scratch;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A real browser, where this machine has one: Chromium and its driver. */
public final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts with nobody signed in; skips the test, saying so, on a machine without Chromium. */
    public static Chromium start() throws IOException {
        Optional<Path> browser = installed("chromium", "chromium-browser", "google-chrome");
        Optional<Path> service = installed("chromedriver");
        Assumptions.assumeTrue(
                browser.isPresent() && service.isPresent(),
                "SKIPPED: no real browser here; install chromium and chromium-driver to run this test");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
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
                "--lang=en",
                "--user-data-dir=" + Scratch.directory("chromium"));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(service.orElseThrow().toFile())
                .build();
        Chromium started = new Chromium(new ChromeDriver(driver, options));
        started.driver.manage().timeouts().implicitlyWait(PATIENCE);
        return started;
    }

    public void open(String address) {
        driver.get(address);
    }

    public void type(String field, String text) {
        WebElement element = driver.findElement(By.name(field));
        element.clear();
        element.sendKeys(text);
        element.submit();
    }

    /** In place of what is there, and without sending the form. */
    public void fill(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** What the XPath leads to. */
    public void clickAt(String path) {
        driver.findElement(By.xpath(path)).click();
    }

    public void press(String buttonName) {
        driver.findElement(By.name(buttonName)).click();
    }

    /** Presses Enter where this element has the focus. */
    public void enterOn(String selector) {
        driver.findElement(By.cssSelector(selector)).sendKeys(Keys.ENTER);
    }

    public void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Gives the machine a sensor whose owner is always there, and which keeps passkeys. */
    void hasPasskeys() {
        driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserConsenting(true)
                .setIsUserVerified(true));
    }

    /** Signed in nowhere any more; passkeys stay, for they are the machine's. */
    public void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Takes what a prompt suggests, as soon as there is one. */
    void acceptPrompt() {
        Eventually.holds(this::isPromptAccepted, () -> "no prompt on: " + text());
    }

    private boolean isPromptAccepted() {
        try {
            driver.switchTo().alert().accept();
            return true;
        } catch (NoAlertPresentException notYet) {
            return false;
        }
    }

    /** Clicks the row that holds these words. */
    public void choose(String words) {
        driver.findElements(By.cssSelector(".atrium-row")).stream()
                .filter(row -> row.getText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing says '" + words + "' on: " + text()))
                .click();
    }

    /** Chooses the option that holds these words, in a list of the page. */
    public void choose(String list, String words) {
        driver.findElement(By.xpath("//select[@id='" + list.substring(1) + "']/option[contains(., '" + words + "')]"))
                .click();
    }

    /** Waits until the page has this element. */
    public void await(String selector) {
        driver.findElement(By.cssSelector(selector));
    }

    /** Where it is now. */
    public Page page() {
        return new Page(new Browser(), URI.create(driver.getCurrentUrl()), 0, Jsoup.parse(driver.getPageSource()));
    }

    public String text() {
        return String.valueOf(((JavascriptExecutor) driver).executeScript("return document.body.innerText"));
    }

    /** The words of the first element there, or none while there is no such element. */
    public String textOf(String selector) {
        return String.valueOf(((JavascriptExecutor) driver)
                .executeScript("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
    }

    public void width(int pixels) {
        size(pixels, 900);
    }

    public void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** This part of the page as a PNG, in a window that is so wide and high that nothing has to be scrolled. */
    public byte[] picture(String selector, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 3 * width, "deviceScaleFactor", 1, "mobile", false));
        return driver.findElement(By.cssSelector(selector)).getScreenshotAs(OutputType.BYTES);
    }

    /** As wide, and in light or dark, as somebody has set it. */
    public void looks(int width, String colourScheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
    }

    /** Asks for pages in this language, as somebody has set it. */
    public void reads(String language) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    }

    /** Whether pages may run scripts; {@link #run} may always. */
    public void runsScripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** Goes on to what is next on the page. */
    public void tab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
    }

    /** What a script returns. */
    public Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** What a script says when it is done: its last argument is what it calls then. */
    public Object runAsync(String script) {
        return ((JavascriptExecutor) driver).executeAsyncScript(script);
    }

    /** How far the page goes beyond the window, to the right. */
    public long overhang() {
        return ((Number) ((JavascriptExecutor) driver)
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
