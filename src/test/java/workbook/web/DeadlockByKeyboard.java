package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Somebody without a mouse explores a deadlock, avoids it, and runs into it.
final class DeadlockByKeyboard {
  private DeadlockByKeyboard() {}

  /// @param site the address of the book, without a slash at its end
  static void play(Browser browser, String site) {
    browser.open(site + "/play/locks/lock-order");
    browser.isAccessible();
    browser.tabTo("button[value=explore]");
    browser.press(Keys.ENTER);
    browser.awaitText(".stepper", "Step 1 of 4: T1: enters synchronized ann");
    browser.press(Keys.ARROW_RIGHT);
    browser.awaitText(".stepper", "T1 is stopped here, though it could go on, and T2 runs.");
    browser.awaitText(".locks", "ann: held by T1.");
    browser.tabTo(".stepper button");
    browser.press(Keys.END);
    browser.awaitText(".locks", "ann: held by T1; T2 waits for it.");
    browser.awaitText(
        ".locks",
        "They wait in a circle: T1 waits for bob, which T2 holds; T2 waits for ann, which T1"
            + " holds.");
    assertEquals(4, browser.driver().findElements(By.cssSelector(".graph g g.circle")).size());
    browser.isAccessible();
    browser.press(Keys.HOME, Keys.ARROW_RIGHT, "1");
    browser.awaitText(".note", "It held this time.");
    browser.press("u");
    browser.awaitText(".choices", "2 T2 begins");
    browser.press("2");
    browser.awaitText(".choices", "2 T2 enters synchronized");
    browser.press("2");
    browser.awaitText(".note", "You broke it! Deadlock: no thread can go on.");
    browser.driver().navigate().refresh();
    browser.awaitText(".stepper", "Step 1 of 4: T1: enters synchronized ann");
    browser.isAccessible();
  }
}
