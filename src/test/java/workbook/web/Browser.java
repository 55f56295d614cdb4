package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import workbook.process.Executables;

/// This machine's Chromium without a window, and what a person does with it: look, press keys.
///
/// Not for several threads at once.
final class Browser implements AutoCloseable {
  /// After so long without what was waited for, something hangs.
  private static final Duration HANG = Duration.ofMinutes(3);

  /// For a page to load, each time that it is asked for.
  private static final Duration LOAD = Duration.ofMinutes(1);

  /// Chromium 150 has once lost a request for a page: it never sent it, sent all others, and the
  /// page came at once when it was asked for again.
  private static final int TIMES_TO_LOAD = 5;

  private static final int PHONE = 360;
  private static final int WIDE = 1280;

  /// More stops than any page has.
  private static final int MOST_STOPS = 400;

  /// Finds what breaks the rules of accessibility: one line for each rule.
  private static final String AXE =
      """
      const done = arguments[arguments.length - 1];
      const rules = { "target-size": { enabled: true } };
      axe.run({ rules, resultTypes: ["violations"] }).then((found) => done(found.violations.map((one) =>
        `${one.id}: ${one.nodes.length} times, first ${one.nodes[0].html.slice(0, 160)}`)));
      """;

  private final ChromeDriver driver;

  private Browser(Path chromium, Path chromedriver, Path temp) {
    // Selenium warns that it doesn't know so new a browser's own protocol; little of it is used
    // here.
    Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("TMPDIR", temp.toString()))
            .build();
    var options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    // Containers are often run by root and have a small /dev/shm; Chromium refuses the one, and
    // crashes for lack of the other.
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
    options.addArguments("--window-size=%d,900".formatted(WIDE), "--lang=en");
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(LOAD);
  }

  /// Whether this machine has what [#start] needs.
  static boolean isHere() {
    return chromium().isPresent() && Executables.find("chromedriver").isPresent();
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Executables.find(name).stream())
        .findFirst();
  }

  /// Starts it.
  ///
  /// @param temp a folder for its profile and whatever else it leaves
  static Browser start(Path temp) {
    return new Browser(
        chromium().orElseThrow(), Executables.find("chromedriver").orElseThrow(), temp);
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String address) {
    for (var left = TIMES_TO_LOAD - 1; ; left--) {
      try {
        driver.get(address);
        return;
      } catch (TimeoutException lost) {
        if (left == 0) {
          throw lost;
        }
      }
    }
  }

  /// The path of the page that is open.
  String path() {
    return (String) driver.executeScript("return location.pathname");
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /// What a person reads of it.
  String text(String css) {
    return find(css).getText();
  }

  /// Waits until something is so.
  ///
  /// @param what for the message if it never is
  void await(String what, Supplier<Boolean> so) {
    new FluentWait<>(driver)
        .withTimeout(HANG)
        .pollingEvery(Duration.ofMillis(50))
        .withMessage(() -> what + " on this page: " + text("body"))
        .until(_ -> so.get());
  }

  /// Waits until the words stand there.
  void awaitText(String css, String words) {
    await(
        "'" + words + "' in " + css,
        () ->
            (Boolean)
                driver.executeScript(
                    "const one = document.querySelector(arguments[0]);"
                        + "return one !== null && one.innerText.includes(arguments[1])",
                    css,
                    words));
  }

  /// Presses keys wherever the focus is.
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /// Presses a key while Ctrl is held.
  void pressCtrl(String key) {
    new Actions(driver).keyDown(Keys.CONTROL).sendKeys(key).keyUp(Keys.CONTROL).perform();
  }

  /// Presses Tab until the focus is there.
  void tabTo(String css) {
    for (var stops = 0; !isFocused(css); stops++) {
      if (stops == MOST_STOPS) {
        throw new AssertionError("Tab never comes to " + css + " on " + path());
      }
      press(Keys.TAB);
    }
  }

  boolean isFocused(String css) {
    return (Boolean)
        driver.executeScript("return document.activeElement.matches(arguments[0])", css);
  }

  /// Puts a text where the cursor is, as pasting does.
  void paste(String text) {
    driver.executeCdpCommand("Input.insertText", Map.of("text", text));
  }

  /// Shows the page to somebody with this screen.
  ///
  /// @param width in CSS pixels
  void shows(int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    var theme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    var still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("features", List.of(theme, still)));
  }

  /// Fails if the page breaks a rule of accessibility, or is wider than the screen: on a phone in
  /// light colours, and in a wide window in dark ones.
  void isAccessible() {
    driver.executeScript(axe());
    for (var dark : List.of(false, true)) {
      var width = dark ? WIDE : PHONE;
      shows(width, dark);
      var where = "%s, %d pixels wide, %s".formatted(path(), width, dark ? "dark" : "light");
      assertEquals(List.of(), driver.executeAsyncScript(AXE), where);
      var page = "return document.documentElement.scrollWidth <= " + width;
      await("fits: " + where, () -> driver.executeScript(page).equals(true)); // once it is drawn
    }
    shows(WIDE, false);
  }

  private static String axe() {
    try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What scripts have complained of since the last call; the answers of the server that are errors
  /// stand there, too.
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
