package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.Keys;

/// Somebody works on the exercise Tally in a browser.
final class ExerciseInBrowser {
  private static final Path STUB = Path.of("lessons/_03_races/stub/Tally.java");

  private final Browser browser;
  private final String page;
  private final Path home;
  private final Path file;

  /// @param site the address of the book, without a slash at its end
  /// @param home the learner's folder
  ExerciseInBrowser(Browser browser, String site, Path home) {
    this.browser = browser;
    this.page = site + "/exercises/races/tally";
    this.home = home;
    file = home.resolve("lessons/_03_races/exercise/Tally.java");
  }

  /// By keyboard, to the comparison with other right answers.
  void goesFromStubToPass() throws IOException {
    var mended = beginning().replaceAll("public (int|void)", "public synchronized $1");
    Files.createDirectories(home.resolve("lessons/_03_races/solution"));
    var solution = Path.of("lessons/_03_races/solution/Tally.java");
    Files.writeString(home.resolve(solution), Files.readString(solution));
    browser.open(page);
    browser.tabTo(".cm-content");
    browser.press(Keys.TAB);
    assertTrue(browser.isFocused(".cm-content"), "Tab indents");
    browser.pressCtrl("a");
    browser.paste(mended);
    browser.awaitText("#saved", "Not saved yet.");
    browser.pressCtrl("s");
    browser.awaitText("#result", "10 of 10 points");
    assertEquals(mended, Files.readString(file));
    browser.await("the verdict", () -> browser.isFocused("#result"));
    browser.isAccessible();
    browser.find(".cm-content").sendKeys("/", Keys.ESCAPE, Keys.TAB);
    assertTrue(browser.isFocused("#save"), "Esc and Tab leave the editor");
    browser.press(Keys.ENTER);
    browser.awaitText("#result", "Not graded");
    browser.isAccessible();
    browser.find(".cm-content").sendKeys(Keys.BACK_SPACE);
    browser.pressCtrl("s");
    browser.awaitText("#result", "10 of 10 points");
    browser.await("the verdict", () -> browser.isFocused("#result"));
    browser.tabTo("#result a");
    browser.press(Keys.ENTER);
    browser.awaitText("h1", "Tally: a worked answer");
    assertTrue(browser.text("main pre").contains("class Tally"), browser.text("main"));
    assertTrue(browser.text("main").contains("Compare"), browser.text("main"));
    browser.isAccessible();
  }

  /// With another editor, while something is written here.
  void isSavedByOthers() throws IOException {
    var stub = beginning();
    Files.writeString(file, stub);
    browser.open(page);
    browser.awaitText(".cm-content", "class Tally");
    Files.writeString(file, "// theirs\n" + stub);
    browser.awaitText(".cm-content", "// theirs");
    browser.awaitText("#saved", "The file was saved elsewhere");
    browser.find(".cm-content").sendKeys("// mine");
    Files.writeString(file, "// again theirs\n" + stub);
    browser.pressCtrl("s");
    browser.awaitText("#changed", "Which text shall it be?");
    assertTrue(Files.readString(file).startsWith("// again theirs"));
    browser.isAccessible();
    browser.find("#theirs").click();
    browser.awaitText(".cm-content", "// again theirs");
    browser.pressCtrl("z");
    browser.awaitText(".cm-content", "// mine");
    Files.delete(file);
    browser.awaitText("#changed", "no longer there");
    browser.find("#mine").click();
    browser.awaitText("#saved", "Saved.");
    assertTrue(Files.readString(file).contains("// mine"));
  }

  /// What was written, but not saved, is kept.
  void beginsAgain() throws IOException {
    browser.open(page);
    browser.awaitText(".cm-content", "class Tally");
    assertFalse(browser.find("#contract").isDisplayed());
    browser.find("a[href='#contract']").click();
    browser.awaitText("#contract", "A running total that several threads add to.");
    browser.awaitText("#contract", "void add(int amount);");
    browser.isAccessible();
    browser.find(".cm-content").sendKeys("// never saved");
    browser.find("#reset").click();
    browser.awaitText("#saved", "is as it was at the start. Your version is kept in ");
    assertEquals(beginning(), Files.readString(file));
    var name = browser.text("#saved").replaceFirst(".*/(Tally-[^ ]+\\.java)\\. .*", "$1");
    var kept = home.resolve(".workbook/kept").resolve(name);
    assertTrue(Files.readString(kept).contains("// never saved"));
    browser.find(".cm-content").click();
    browser.pressCtrl("z");
    browser.awaitText(".cm-content", "// never saved");
  }

  private static String beginning() throws IOException {
    return Files.readString(STUB).replace("package _03_races.stub", "package _03_races.exercise");
  }
}
