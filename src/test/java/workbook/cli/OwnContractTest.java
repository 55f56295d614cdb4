package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.json.Schema;
import workbook.usecase.ExitCode;

/// `explore --contract=NAME --implementation=FILE.java`: the calls of several threads, compared
/// with those of one.
@Tag("slow")
class OwnContractTest {
  @TempDir Path home;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        home.resolve("Counter.java"), "interface Counter { void add(int amount); int total(); }");
    file =
        Files.writeString(
            home.resolve("Mine.java"),
            """
            class Mine implements Counter {
              private volatile int total;
              public void add(int amount) { total += amount; }
              public int total() { return total; }
            }
            class Plain implements Counter {
              int total;
              public void add(int amount) { total += amount; }
              public int total() { return total; }
            }
            """);
  }

  private void mend() throws IOException {
    Files.writeString(
        file, Files.readString(file).replaceFirst("public void", "public synchronized void"));
  }

  private CapturedConsole compare(String... options) {
    var args = new ArrayList<>(List.of("explore", "--implementation=" + file));
    args.addAll(Arrays.asList(options));
    return CapturedConsole.by(home, args.toArray(String[]::new));
  }

  private static void assertSays(String what, CapturedConsole said) {
    assertTrue(said.out().contains(what), () -> said.out() + said.err());
  }

  @Test
  void aProgramThatNoOrderExplainsFails() throws IOException {
    var broken = compare("--contract=Counter", "--sequential=Plain");
    assertEquals(ExitCode.FAILED, broken.code(), () -> broken.out() + broken.err());
    assertSays("left   add(1)\nright  add(1)\nmain   total()\n", broken);
    assertSays("add(1), add(1), total(): the last gives 2", broken);
    assertSays("⇒ here left is stopped and right runs\n", broken);
    for (var own : List.of("given", "Call<>", "thrown at", "nobody sees")) {
      assertFalse(broken.out().contains(own), () -> own + " in " + broken.out());
    }
    mend();
    var mended = compare("--contract=Counter");
    assertEquals(ExitCode.DONE, mended.code(), () -> mended.out() + mended.err());
    assertSays("It is linearizable in all ", mended);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Simple", "Simple.java", "desk.Simple"})
  void theSequentialVersionMayBeAFileBesideIt(String name) throws IOException {
    var folder = Files.createDirectories(home.resolve("desk"));
    Files.writeString(
        folder.resolve("Counter.java"), "package desk; interface Counter { int next(); }");
    var twice = "class %s implements Counter { int n; public int next() { return n += %d; } }";
    Files.writeString(
        folder.resolve("Simple.java"), "package desk; " + twice.formatted("Simple", 2));
    file =
        Files.writeString(folder.resolve("Own.java"), "package desk; " + twice.formatted("Own", 1));
    for (var contract : List.of("Counter", "Counter.java", folder + "/Counter.java")) {
      var said = compare("--contract=" + contract, "--sequential=" + name);
      assertEquals(ExitCode.FAILED, said.code(), () -> said.out() + said.err());
      assertSays("next(): the last gives 2", said);
    }
    var elsewhere = compare("--contract=Counter", "--sequential=" + home.resolve("Simple.java"));
    assertEquals(
        "%s is not beside %s.\n".formatted(home.resolve("Simple.java"), file), elsewhere.err());
    Files.writeString(
        folder.resolve("Simple.java"), "package desk; class Simple { int n = true; }");
    assertTrue(compare("--contract=Counter", "--sequential=Simple").err().contains("Simple.java"));
  }

  @Test
  void theCommandOfTheReportRepeatsIt() throws IOException {
    var found = compare("--contract=Counter");
    var again = found.out().strip().lines().toList().getLast();
    assertTrue(again.startsWith("Again:     workbook explore "), again);
    var words = again.replace("Again:     workbook ", "").split(" ");
    var repeated = CapturedConsole.by(home, words);
    assertEquals(ExitCode.FAILED, repeated.code(), () -> repeated.out() + repeated.err());
    var story = found.out();
    story = story.substring(story.indexOf("left "), story.indexOf("\nOne preemption"));
    assertEquals(story, repeated.out());
    mend();
    var nowHeld = CapturedConsole.by(home, words);
    assertTrue(nowHeld.code() != ExitCode.FAILED, nowHeld.out());
    var misfit = compare("--contract=Counter", "--schedule=sub.1@calm");
    assertEquals(ExitCode.USAGE, misfit.code());
    assertEquals(
        "This schedule is of other calls: there is no sub.1 among add.1, add.2, add.3, total.1.\n",
        misfit.err());
  }

  @Test
  void allOfItIsThereAsJson() throws IOException {
    var json = compare("--contract=Counter", "--json").out();
    assertEquals(List.of(), Schema.EXPLORATION.faults(json), json);
    assertTrue(json.contains("\"schedule\": \"add.1/add.1/main:total.1@"), json);
    var repeated = compare("--contract=Counter", "--json", "--schedule=add.2/total.1@calm").out();
    assertEquals(List.of(), Schema.EXPLORATION.faults(repeated), repeated);
    assertFalse(repeated.contains("\"verdict\""), repeated);
    mend();
    var holds = compare("--contract=Counter", "--json").out();
    assertEquals(List.of(), Schema.EXPLORATION.faults(holds), holds);
  }

  @Test
  void whatIsNotThereIsToldInASentence() {
    assertEquals(ExitCode.USAGE, compare().code());
    assertEquals(ExitCode.USAGE, CapturedConsole.by(home, "explore", "--contract=Counter").code());
    assertEquals(
        "There is no Count in " + file + " or beside it.\n", compare("--contract=Count").err());
    assertEquals(
        file + " has no class that implements java.util.List.\n",
        compare("--contract=java.util.List").err());
    assertEquals("", compare("--contract=Count").out());
    var missing =
        CapturedConsole.by(home, "explore", "--contract=Counter", "--implementation=None");
    assertEquals(ExitCode.USAGE, missing.code());
    assertEquals("There is no file None.\n", missing.err());
    assertEquals("", missing.out());
  }
}
