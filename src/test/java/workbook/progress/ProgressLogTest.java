package workbook.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.process.JavaProcess;

/// Progress is kept whatever happens to the file or to the process.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProgressLogTest {
  @TempDir Path home;
  private final List<String> told = new ArrayList<>();

  private ProgressLog diary() {
    return new ProgressLog(home, told::add);
  }

  private Path file() {
    return home.resolve(".workbook/progress");
  }

  private static List<String> names(ProgressLog log) {
    return log.events().stream().map(ProgressEvent::name).toList();
  }

  @Test
  void whatWasDoneIsThereNextTime() {
    diary().add(ProgressEvent.Kind.READ, "races");
    diary().add(ProgressEvent.Kind.RAN, "races/lost-updates");
    assertEquals(List.of("races", "races/lost-updates"), names(diary()));
    assertEquals(List.of(), told);
  }

  @Test
  void aCheckIsRememberedWithItsPoints() {
    var deeds = new ArrayList<ExerciseProgress>();
    for (var points : List.of(new Points(3, 10), new Points(10, 10), new Points(0, 10))) {
      diary().addCheck("races/tally", points);
      deeds.add(ExerciseProgress.of(diary().events()));
    }
    assertEquals(
        List.of("3 of 10", "10 of 10", "10 of 10"),
        deeds.stream().map(exerciseProgress -> exerciseProgress.points().words()).toList());
    diary().add(ProgressEvent.Kind.HINTED, "races/tally");
    assertEquals(
        new ExerciseProgress(Optional.of(new Points(10, 10)), 1, false),
        ExerciseProgress.of(diary().events()));
    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checked races/tally",
        "checked races/tally 3",
        "checked races/tally 3/",
        "checked races/tally x/10",
        "checked races/tally 3/10 more",
        "ran races/tally 3/10",
      })
  void aLineThatIsNotWholeIsNoDeed(String rest) {
    assertEquals(Optional.empty(), ProgressEvent.parse("2026-03-01T10:15:30Z " + rest));
  }

  @Test
  void anEmptyHomeIsAnEmptyDiary() {
    assertEquals(List.of(), diary().events());
    assertFalse(Files.exists(home.resolve(".workbook")), "looking creates nothing");
  }

  @Test
  void aDamagedFileIsSetAsideAndItsWholeLinesAreKept() throws IOException {
    diary().add(ProgressEvent.Kind.RAN, "races/a");
    diary().add(ProgressEvent.Kind.RAN, "races/b");
    var damaged = Files.readString(file()).replace("races/b\n", "rac") + "\0\0";
    Files.writeString(file(), damaged);
    assertEquals(List.of("races/a", "rac"), names(diary()).stream().map(this::clean).toList());
    diary().add(ProgressEvent.Kind.RAN, "races/c");
    assertTrue(names(diary()).containsAll(List.of("races/a", "races/c")));
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().startsWith("Your progress file was damaged."), told.toString());
    try (var files = Files.list(home.resolve(".workbook"))) {
      var aside = files.filter(each -> each.toString().contains("progress.damaged-")).findFirst();
      assertEquals(damaged, Files.readString(aside.orElseThrow()));
    }
  }

  private String clean(String name) {
    return name.replace("\0", "");
  }

  @Test
  void whatCannotBeWrittenIsToldOnceAndRemembered() throws IOException {
    Files.writeString(home.resolve(".workbook"), "a file where the folder should be");
    var log = diary();
    log.add(ProgressEvent.Kind.RAN, "races/a");
    log.add(ProgressEvent.Kind.RAN, "races/b");
    assertEquals(List.of("races/a", "races/b"), names(log));
    assertEquals(1, told.size(), told.toString());
  }

  @Test
  void anInterruptedThreadWritesAndStaysInterrupted() {
    for (var deed = 1; deed <= 20; deed++) {
      Thread.currentThread().interrupt();
      diary().add(ProgressEvent.Kind.RAN, "races/a");
      assertTrue(Thread.interrupted());
      assertEquals(deed, diary().events().size());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void whoIsInterruptedInTheMiddleLosesNothing() throws Exception {
    var writer = Thread.ofPlatform().start(() -> addMany(home, "races/x-", 200));
    while (writer.isAlive()) {
      writer.interrupt();
      Thread.onSpinWait();
    }
    assertEquals(200, diary().events().size());
  }

  @Test
  void twoThreadsLoseNothing() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both =
          Stream.of("races/x-", "races/y-")
              .map(name -> Executors.callable(() -> addMany(home, name, 40)))
              .toList();
      for (var one : threads.invokeAll(both)) {
        one.get();
      }
    }
    assertEquals(80, diary().events().size());
  }

  @Test
  void twoProcessesLoseNothing() throws Exception {
    var both = List.of(writer("races/x-", 60), writer("races/y-", 60));
    for (var process : both) {
      assertEquals(0, process.waitFor());
    }
    assertEquals(120, diary().events().size());
    assertEquals(List.of(), told);
  }

  @Test
  void killedAtAnyMomentTheFileIsWhole() throws Exception {
    for (var round = 0; round < 5; round++) {
      var before = diary().events().size();
      var process = writer("races/z-", Integer.MAX_VALUE);
      while (diary().events().size() < before + 3 + 5 * round) {
        assertTrue(process.isAlive(), "the writer ended by itself");
      }
      process.destroyForcibly().waitFor();
      assertFalse(new ProgressStore(home).read().damaged());
    }
    diary().add(ProgressEvent.Kind.RAN, "races/last");
    assertEquals("races/last", names(diary()).getLast());
    assertEquals(List.of(), told);
  }

  private Process writer(String name, int times) throws IOException {
    return JavaProcess.builder(Writer.class, home.toString(), name, Integer.toString(times))
        .inheritIO()
        .start();
  }

  private static void addMany(Path home, String name, int times) {
    var log =
        new ProgressLog(
            home,
            sentence -> {
              throw new IllegalStateException(sentence);
            });
    for (var i = 0; i < times; i++) {
      log.addCheck(name + i, new Points(i % 11, 10));
    }
  }

  /// Adds deeds as fast as it can.
  static final class Writer {
    public static void main(String[] args) {
      addMany(Path.of(args[0]), args[1], Integer.parseInt(args[2]));
    }
  }

  @Test
  void aStreakCountsDaysUpToTodayOrYesterday() {
    var deeds =
        List.of("2026-02-25", "2026-02-27", "2026-02-28", "2026-03-01").stream()
            .map(day -> ProgressEvent.parse(day + "T12:00:00Z ran races/a").orElseThrow())
            .toList();
    var march = LocalDate.of(2026, 3, 1);
    assertEquals(3, ProgressLog.streak(deeds, march, ZoneOffset.UTC));
    assertEquals(3, ProgressLog.streak(deeds, march.plusDays(1), ZoneOffset.UTC));
    assertEquals(0, ProgressLog.streak(deeds, march.plusDays(2), ZoneOffset.UTC));
    assertEquals(0, ProgressLog.streak(List.of(), march, ZoneOffset.UTC));
  }
}
