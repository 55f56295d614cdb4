package _11_ipc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/// Lets the disk fail at each operation, and hands a counter files that are none of its own.
public final class CounterFailures extends CounterFixture {
  public CounterFailures(Path path, Class<?> type) {
    super(path, type);
  }

  public void ofTheDisk() throws Exception {
    failEverywhere(FEW_BYTES);
    failEverywhere(new Change(1));
    failEverywhere(MANY_BYTES);
    failEverywhere(new Change(0, 300));
  }

  private void failEverywhere(Change change) throws Exception {
    begin(change);
    var file = Files.readAllBytes(path());
    for (var place = Place.FIRST; ; ) {
      afresh(file);
      var process = process();
      var counter = process.counter();
      var failure = new IOException("the disk failed");
      process.at(
          place,
          () -> {
            if (!process.operation().equals("release")) {
              throw failure;
            }
          });
      var thrown = thrownBy(() -> run(change, counter));
      if (!process.wasStopped()) {
        return;
      }
      var what =
          "The disk failed in %s at %d, %s"
              .formatted(named(change), change.before(), process.place());
      assertThrown(failure, thrown, process, what);
      place = next(process, change);
      process.undisturbed();
      var found = resultOf(get(process, counter), what + ". Then get()");
      if (found != change.before() && found != change.after()) {
        fail(
            "%s. Then get() said %d, neither %d nor %d"
                .formatted(what, found, change.before(), change.after()));
      }
      var newcomer = process();
      var other = resultOf(get(newcomer, newcomer.counter()), what + ". Another process");
      assertEquals(found, other, what + ". The sum in another process");
      var next = resultOf(add(process, counter, MORE), what + ". The next add");
      assertEquals(found + MORE, next, what + ". The sum of the next add");
    }
  }

  private static Optional<Throwable> thrownBy(Executable call) {
    try {
      call.execute();
      return Optional.empty();
    } catch (Throwable thrown) {
      return Optional.of(thrown);
    }
  }

  private static void assertThrown(
      IOException failure, Optional<Throwable> thrown, PretendProcess process, String what) {
    if (process.operation().equals("release")) {
      assertEquals(Optional.empty(), thrown, what);
      return;
    }
    var is = thrown.map(one -> one.getClass().getSimpleName()).orElse("Nothing");
    assertTrue(thrown.isPresent(), what + ". Nothing was thrown");
    assertTrue(thrown.get() instanceof IOException, what + ". " + is + " was thrown");
    var causes = Stream.iterate(thrown.get(), Objects::nonNull, Throwable::getCause).limit(9);
    assertTrue(
        causes.anyMatch(one -> one == failure),
        what + ". " + is + " was thrown, with another cause");
  }

  private static void run(Change change, FileCounter counter) throws Exception {
    if (change.step() == 0) {
      counter.get();
    } else {
      counter.add(change.step());
    }
  }

  private static String named(Change change) {
    return change.step() == 0 ? "get()" : "add(" + change.step() + ")";
  }

  public void ofOtherFiles() throws Exception {
    var text = "Not a counter, but a letter. ".repeat(300).getBytes(UTF_8);
    assertRefused(text, "a letter of 8,700 bytes");
    assertRefused(Arrays.copyOf(text, 4_097), "a letter of 4,097 bytes");
    assertRefused(new byte[5_000], "5,000 bytes, all 0");
    begin(new Change(0, 1, 2, 3, 4));
    var own = Files.readAllBytes(path());
    var longer = ByteBuffer.allocate(4_096 + own.length);
    while (longer.position() <= 4_096) {
      longer.put(own);
    }
    assertRefused(
        Arrays.copyOf(longer.array(), longer.position()),
        "a counter's file, and the same again and again, more than 4,096 bytes");
    for (var change : List.of(new Change(0, 1), FEW_BYTES, MANY_BYTES, new Change(0, 1, 2, 3, 4))) {
      begin(change);
      var damaged = Files.readAllBytes(path());
      Arrays.fill(damaged, (byte) 0);
      assertRefused(damaged, "a counter's file, each byte replaced by 0");
      Arrays.fill(damaged, (byte) 'x');
      assertRefused(damaged, "a counter's file, each byte replaced by an x");
    }
  }

  private void assertRefused(byte[] bytes, String what) throws Exception {
    begin(FEW_BYTES);
    var right = Files.readAllBytes(path());
    var process = process();
    var counter = process.counter();
    Files.write(path(), bytes);
    var got = get(process, counter).ending();
    assertTrue(got.startsWith("threw ") && got.contains("IOException"), what + ": get() " + got);
    var added = add(process, counter, 1).ending();
    assertTrue(
        added.startsWith("threw ") && added.contains("IOException"), what + ": add(1) " + added);
    assertArrayEquals(bytes, Files.readAllBytes(path()), what + ": the file was changed");
    Files.write(path(), right);
    assertEquals(256, add(process, counter, 1).result(), what + ": add(1) once it is mended");
  }
}
