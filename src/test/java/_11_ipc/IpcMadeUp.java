package _11_ipc;

import static book.MadeUp.answering;

import book.MadeUp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// What the experiments of lesson 11 could have observed.
public final class IpcMadeUp implements MadeUp.OfLesson {
  private static final List<Integer> LENGTHS = List.of(1, 1 << 10, 1 << 16, 1 << 20);

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "round-trip",
        List.of(
            answering("memory that both have mapped", soonest("shared-memory", LENGTHS, 0)),
            answering("memory that both have mapped", soonest("mapped-file", LENGTHS, 0)),
            answering("a pipe", soonest("named-pipe", LENGTHS, 0)),
            answering("a socket", soonest("unix-socket", LENGTHS, 1)),
            answering("a message queue", soonest("message-queue", List.of(1), 0)),
            answering("a file", soonest("file-lock", LENGTHS, 0)),
            answering(Findings.CANNOT_TELL, soonest("", LENGTHS, 0)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "throughput",
        List.of(
            answering("2.0", throughput(2_000, 1_000, 0)),
            answering("0.5", throughput(1_000, 2_000, 1)),
            answering(Findings.CANNOT_TELL, throughput(1_000, 1_000, 0, 1_000, 6_000, 6_000)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "mechanisms",
        List.of(
            answering("12", here("Linux", List.of())),
            answering("11", here("Mac OS X", List.of(MechanismType.MESSAGE_QUEUE))),
            answering("11", here("Linux", List.of(MechanismType.SEMAPHORE))),
            answering(
                "10", here("Windows 11", List.of(MechanismType.SEMAPHORE, MechanismType.TCP))),
            answering(Findings.CANNOT_TELL, record -> {})),
        "dead-holder",
        List.of(
            answering("it gets the lock", next("it keeps trying in vain", "it gets the lock")),
            answering(
                "it keeps trying in vain", next("it gets the lock", "it keeps trying in vain")),
            answering(
                "it gets an exception", next("it keeps trying in vain", "it gets an exception")),
            answering(Findings.CANNOT_TELL, record -> {})),
        "lost-permits",
        List.of(
            answering("one", permits("has a permit", 1, 3)),
            answering("three", permits("has none", 3, 1)),
            answering("none", permits("has a permit", 0, 3)),
            answering(Findings.CANNOT_TELL, permits("has a permit", 2, 3)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "one-core",
        List.of(
            answering("hundreds of times as long, or more", roundTrips(1, 10_000, 5, 100)),
            answering("a few times as long", roundTrips(1, 3, 5, 100)),
            answering("about as long", roundTrips(5, 5, 5, 5)),
            answering(
                Findings.CANNOT_TELL,
                roundTrips(1, 900, 5, 100)
                    .andThen(roundTrips(900, 2, 5, 100))
                    .andThen(roundTrips(1, 100, 5, 100))),
            answering(Findings.CANNOT_TELL, roundTrips(9_000, 10_000, 5, 100)),
            answering(Findings.CANNOT_TELL, roundTrips(9_000, 10_000, 20_000, 20_000)),
            answering(Findings.CANNOT_TELL, record -> {})));
  }

  private static Consumer<Recorder> soonest(String first, List<Integer> lengths, int wrong) {
    return record -> {
      for (var id : MechanismType.ids()) {
        for (var length : lengths) {
          record.sample("round trip", "us", id, length, id.equals(first) ? 2 : 3);
        }
      }
      record.outcome("what was sent", Expectation.ACCEPTABLE, 100, "");
      record.outcome("something else", Expectation.FORBIDDEN, wrong, "");
    };
  }

  private static Consumer<Recorder> permits(String holders, int semaphore, int locks) {
    return record -> {
      for (var holder = 1; holder <= 2; holder++) {
        record.fact("BySemaphore, holder " + holder, holders);
        record.fact("ByLocks, holder " + holder, holders);
      }
      record.sample("permits left", "permits", "BySemaphore", semaphore);
      record.sample("permits left", "permits", "ByLocks", locks);
    };
  }

  /// In microseconds: on all cores, on one core, on one core while yielding or sleeping.
  private static Consumer<Recorder> roundTrips(
      double apart, double together, double yielding, double sleeping) {
    return record -> {
      record.sample("round trip", "us", "it keeps looking, all cores", apart);
      record.sample("round trip", "us", "it keeps looking, one core", together);
      record.sample("round trip", "us", "it yields, one core", yielding);
      record.sample("round trip", "us", "it sleeps for 50 µs, one core", sleeping);
    };
  }

  private static Consumer<Recorder> throughput(
      double pipe, double mailbox, int wrong, double... more) {
    return record -> {
      record.sample("throughput", "MB/s", "pipe", pipe);
      Arrays.stream(more).forEach(each -> record.sample("throughput", "MB/s", "pipe", each));
      record.sample("throughput", "MB/s", "mailbox", mailbox);
      record.outcome("right checksum", Expectation.ACCEPTABLE, 2 - wrong, "");
      record.outcome("wrong checksum", Expectation.FORBIDDEN, wrong, "");
    };
  }

  private static Consumer<Recorder> here(String system, List<MechanismType> missing) {
    return record -> {
      record.fact("system", system);
      for (var type : MechanismType.values()) {
        var found = missing.contains(type) ? "not here" : "here";
        record.fact(type.says(), found + ": because");
        record.outcome(found, Expectation.ACCEPTABLE, 1, "");
      }
    };
  }

  /// @param alive what becomes of the next process while the holder lives, with either lock
  /// @param dead what becomes of it with the kernel's lock when the holder is dead
  private static Consumer<Recorder> next(String alive, String dead) {
    return record -> {
      for (var lock : List.of("ByKernel", "ByFile")) {
        record.fact(lock + ", next while it lives", alive);
        record.fact(lock + ", next when it's dead", lock.equals("ByKernel") ? dead : alive);
      }
    };
  }
}
