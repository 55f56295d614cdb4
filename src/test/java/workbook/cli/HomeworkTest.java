package workbook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.usecase.ExitCode;

/// A student's bank of a hundred lines is explored, and mended, until it holds.
@Tag("slow")
class HomeworkTest {
  @TempDir Path home;
  private String bank;

  @Test
  void eachRoundShowsWhatToMendNext() throws IOException {
    try (var homework = HomeworkTest.class.getResourceAsStream("/homework/Bank.java")) {
      bank = new String(homework.readAllBytes(), UTF_8);
    }
    assertFails("deadlock: no thread can go on", "One preemption is enough.");

    change("synchronized (a)", "synchronized (from.compareTo(to) < 0 ? a : b)");
    change("synchronized (b)", "synchronized (from.compareTo(to) < 0 ? b : a)");
    assertHolds();

    change("transfer(\"ann\", \"bob\", 10)", "transfer(\"ann\", \"dan\", 10)");
    change("transfer(\"bob\", \"ann\", 20)", "transfer(\"bob\", \"cem\", 20)");
    assertFails("transfers: 1", "One preemption is enough.");

    change("int transfers = 0", "final AtomicInteger transfers = new AtomicInteger()");
    change("transfers++", "transfers.incrementAndGet()");
    change("return transfers;", "return transfers.get();");
    change(
        "import java.util.List;", "import java.util.List;\nimport java.util.concurrent.atomic.*;");
    assertFails("data race: ", "bank.log", "It takes no preemption.");

    change(
        "log = new ArrayList<>()",
        "log = java.util.Collections.synchronizedList(new ArrayList<>())");
    assertHolds();
  }

  private void change(String old, String by) {
    assertTrue(bank.contains(old), old);
    bank = bank.replace(old, by);
  }

  private CapturedConsole explored() throws IOException {
    var file = Files.writeString(home.resolve("Bank.java"), bank);
    return CapturedConsole.by(home, "explore", file.toString());
  }

  private void assertFails(String... words) throws IOException {
    var said = explored();
    assertEquals(ExitCode.FAILED, said.code(), () -> said.out() + said.err());
    for (var word : words) {
      assertTrue(said.out().contains(word), () -> word + "\n" + said.out());
    }
  }

  private void assertHolds() throws IOException {
    var said = explored();
    assertEquals(ExitCode.DONE, said.code(), () -> said.out() + said.err());
    assertTrue(said.out().contains("It holds in every schedule: "), said.out());
  }
}
