package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import workbook.grade.WorkerGrader;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.ExportFolder;
import workbook.usecase.RecordedRuns;

/// The book in a real browser: one for all these tests, and one server.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
    value = "workbook.web.Browser#isHere",
    disabledReason = "no Chromium with its chromedriver here: install both, of one version")
final class BrowserTest {
  private Path home;
  private Browser browser;
  private WebServer server;
  private String site;

  @BeforeAll
  void open(@TempDir Path folder, @TempDir Path temp) throws IOException {
    home = folder;
    LearnersFolder.lay(home);
    Files.writeString(
        Files.createDirectories(home.resolve(".workbook")).resolve("progress"),
        """
        workbook progress 1
        2026-01-01T10:15:30Z predicted races/lost-update-locked:scenario wrong no
        """);
    serve(0);
    browser = Browser.start(temp);
  }

  private void serve(int port) throws IOException {
    var book = new Book(Contents.LESSONS);
    server = WebServer.start(book, home, WorkerGrader::open, new ProgressLog(home, _ -> {}), port);
    site = "http://" + URI.create(server.address("/")).getAuthority();
  }

  @BeforeEach
  void begin() {
    browser.open(server.address("/"));
  }

  /// A browser complains of each answer that is an error; a script has nothing to complain of.
  @AfterEach
  void noScriptComplains() {
    assertEquals(
        List.of(),
        browser.complaints().stream().filter(one -> !one.contains("Failed to load")).toList());
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void everyKindOfPageIsAccessible() {
    for (var path :
        List.of(
            "/",
            "/lessons/races",
            "/lessons/races/1",
            "/glossary",
            "/search?q=volatile",
            "/review",
            "/nothing/here")) {
      browser.open(site + path);
      browser.isAccessible();
    }
    browser.open(site + "/?token=old");
    browser.isAccessible();
  }

  @Test
  void whatARunShowsIsAccessible() {
    browser.open(site + "/lessons/races/1");
    browser.find("summary").click();
    browser.find("input[name=set-increments]").clear();
    browser.find("input[name=set-increments]").sendKeys("10");
    browser.find("input[name=guess]").click();
    browser.find("#ask button").click();
    browser.awaitText("#result", "What we saw, and why");
    browser.isAccessible();
    browser.open(site + "/lessons/races/2");
    browser.find("input[value=no]").click();
    browser.find("#ask button").click();
    browser.awaitText("#result", "Step through it");
    browser.isAccessible();
  }

  @Test
  void aStepIsDoneByKeyboardFromItsQuestionToWhy() {
    browser.tabTo("a[href='/lessons/races']");
    browser.press(Keys.ENTER);
    browser.await("the lesson", () -> browser.path().equals("/lessons/races"));
    browser.tabTo("a[href='/lessons/races/2']");
    browser.press(Keys.ENTER);
    browser.await("the step", () -> browser.path().equals("/lessons/races/2"));
    browser.tabTo("input[type=radio]");
    browser.press(Keys.SPACE);
    browser.press(Keys.ARROW_DOWN);
    browser.tabTo("#ask button");
    browser.press(Keys.ENTER);
    browser.await("the result", () -> browser.isFocused("#result"));
    var shown = browser.text("#result");
    assertTrue(shown.contains("You said: no."), shown);
    assertTrue(shown.contains("What we saw, and why"), shown);
    assertTrue(shown.contains("Step 1 of "), shown);
    browser.press(Keys.ARROW_RIGHT);
    browser.awaitText(".schedule", "Step 2 of ");
    browser.tabTo("nav.steps a:last-child");
    browser.press(Keys.ENTER);
    browser.await("the next step", () -> browser.path().equals("/lessons/races/3"));
  }

  @Test
  void anExerciseGoesFromStubToPassByKeyboard() throws IOException {
    new ExerciseInBrowser(browser, site, home).goesFromStubToPass();
  }

  @Test
  void whatOthersHaveSavedIsNotWrittenOver() throws IOException {
    new ExerciseInBrowser(browser, site, home).isSavedByOthers();
  }

  @Test
  void anExerciseBeginsAgain() throws IOException {
    new ExerciseInBrowser(browser, site, home).beginsAgain();
  }

  @Test
  void aTermIsExplainedWhereItStands() {
    var term = "a[href='/glossary#explorer']";
    browser.open(site + "/lessons/races/2");
    browser.tabTo(term);
    browser.awaitText("#term", "one schedule after another");
    assertEquals("term", browser.find(term).getDomAttribute("aria-describedby"));
    browser.isAccessible();
    browser.press(Keys.ESCAPE);
    assertFalse(browser.find("#term").isDisplayed());
    browser.open(site + "/lessons/races/2");
    new Actions(browser.driver()).moveToElement(browser.find(term)).perform();
    browser.awaitText("#term", "one schedule after another");
    new Actions(browser.driver()).moveToElement(browser.find("h1")).perform();
    browser.await("it is gone", () -> !browser.find("#term").isDisplayed());
    touch(term);
    browser.awaitText("#term", "one schedule after another");
    assertEquals("/lessons/races/2", browser.path());
    touch(term);
    browser.await("the glossary", () -> browser.path().equals("/glossary"));
  }

  private void touch(String css) {
    var finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
    var link = PointerInput.Origin.fromElement(browser.find(css));
    var touch =
        new Sequence(finger, 0)
            .addAction(finger.createPointerMove(Duration.ZERO, link, 0, 0))
            .addAction(finger.createPointerDown(PointerInput.MouseButton.LEFT.asArg()))
            .addAction(finger.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
    browser.driver().perform(List.of(touch));
  }

  @Test
  void aWordIsFoundAndAQuestionAskedAgain() {
    browser.tabTo("input[type=search]");
    browser.press("lost update", Keys.ENTER);
    browser.awaitText("h1", "Search: lost update");
    browser.tabTo(".hits a[href='/glossary#lost-update']");
    browser.open(site + "/");
    browser.tabTo("main a[href='/review']");
    browser.press(Keys.ENTER);
    browser.awaitText("h1", "Everybody locks");
    browser.tabTo("input[type=radio]");
    browser.press(Keys.SPACE);
    browser.tabTo("#review button");
    browser.press(Keys.ENTER);
    browser.awaitText("#result", "You said: yes. When you ran it, the answer was: no.");
    browser.isAccessible();
    browser.tabTo("#result a[href='/review']");
    browser.press(Keys.ENTER);
    browser.awaitText("main", "Nothing to review today. The next question comes on ");
  }

  @Test
  void theSiteOfPlainFilesNeedsNoWorkbook(@TempDir Path above) throws Exception {
    var races = new Book(List.of(new Book(Contents.LESSONS).lesson("races")));
    var folder = above.resolve("site");
    new ExportFolder(folder).write(StaticSite.files(races, Path.of(""), RecordedRuns.NONE));
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var plain =
        SimpleFileServer.createFileServer(
            loopback, folder.toRealPath(), SimpleFileServer.OutputLevel.NONE);
    plain.start();
    try {
      var root = "http://127.0.0.1:" + plain.getAddress().getPort();
      browser.open(root + "/");
      browser.isAccessible();
      browser.open(root + "/lessons/races/2.html");
      browser.tabTo("input[type=radio]");
      browser.press(Keys.SPACE);
      browser.tabTo("#guess button");
      browser.press(Keys.ENTER);
      browser.awaitText("#result", "Right. You said: yes.");
      browser.awaitText(".schedule", "count++");
      browser.press(Keys.ARROW_RIGHT);
      browser.isAccessible();
    } finally {
      plain.stop(0);
    }
  }

  @Test
  void aDeadlockIsSteppedAndBranchedByKeyboard() {
    browser.open(site + "/play/locks/lock-order");
    browser.tabTo("button[value=explore]");
    browser.press(Keys.ENTER);
    browser.awaitText("main", "Deadlock: no thread can go on.");
    browser.tabTo(".schedule button:not([disabled])");
    browser.press(Keys.HOME);
    browser.press(Keys.ARROW_RIGHT);
    browser.awaitText(".schedule", "Step 1 of ");
    var other =
        browser.driver().findElements(By.cssSelector(".schedule button")).stream()
            .map(WebElement::getText)
            .filter(text -> text.matches("\\d (?!.*✓).*"))
            .findFirst();
    browser.press(other.orElseThrow().substring(0, 1));
    browser.awaitText(".schedule", "It held this time.");
    browser.isAccessible();
  }

  @Test
  void onlyOneOfTwoPagesRuns() {
    var driver = browser.driver();
    browser.open(site + "/lessons/cpu/1");
    browser.find("input[name=guess]").click();
    var first = driver.getWindowHandle();
    browser.find("#ask button").click();
    browser.await("it runs", () -> browser.find("#cancel").isDisplayed());
    browser.find("#cancel").click();
    browser.await("it ended", () -> !browser.find("#cancel").isDisplayed());
    browser.find("#ask button").click();
    browser.await("it runs again", () -> browser.text("#reach").matches("It runs\\.|\\d+ %"));
    driver.switchTo().newWindow(WindowType.TAB);
    browser.open(site + "/lessons/races/2");
    browser.find("input[value=no]").click();
    browser.find("#ask button").click();
    browser.awaitText("#reach", "Another run goes on");
    driver.switchTo().window(first);
    driver.close(); // and its run
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
    browser.awaitText("#result", "Not this time.");
  }

  @Test
  void aStepOutlivesItsServer() throws IOException {
    browser.open(site + "/lessons/races/2");
    browser.find("input[value=no]").click();
    assertFalse(browser.find("#gone").isDisplayed());
    server.close();
    browser.find("#ask button").click();
    browser.awaitText("#gone", "The workbook has ended. Start it again in the terminal");
    browser.isAccessible();
    var port = URI.create(site).getPort();
    assertTrue(browser.text("#gone").endsWith(" open --port=" + port + " this page goes on."));
    serve(port);
    browser.awaitText("#gone", "The workbook was started again.");
    comeBack();
    browser.await("it goes on", () -> !browser.find("#gone").isDisplayed());
    assertTrue(browser.find("input[value=no]").isSelected());
    browser.find("#ask button").click();
    browser.awaitText("#result", "Not this time.");
  }

  @Test
  void whatIsNotSavedOutlivesTheServer() throws IOException {
    browser.open(site + "/exercises/races/ticket-booth");
    browser.awaitText(".cm-content", "class TicketBooth");
    server.close();
    browser.find(".cm-content").sendKeys("// mine");
    browser.pressCtrl("s");
    browser.awaitText("#saved", "Not saved: the workbook has ended.");
    browser.awaitText(".cm-content", "// mine");
    serve(URI.create(site).getPort());
    browser.pressCtrl("s");
    browser.awaitText("#saved", "Not saved: the workbook was started anew.");
    comeBack();
    browser.pressCtrl("s");
    browser.awaitText("#saved", "Saved.");
    var file = home.resolve("lessons/_03_races/exercise/TicketBooth.java");
    assertTrue(Files.readString(file).contains("// mine"));
  }

  /// As another tab does in which somebody opens the address that the terminal shows.
  private void comeBack() {
    var opens = "const [address, done] = arguments; fetch(address).then(() => done())";
    browser.driver().executeAsyncScript(opens, server.address("/"));
  }

  @Test
  void aDeadlockIsSteppedThroughAndLeftByKeyboard() {
    DeadlockByKeyboard.play(browser, site);
  }
}
