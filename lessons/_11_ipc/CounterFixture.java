package _11_ipc;

import static org.junit.jupiter.api.Assertions.fail;

import _11_ipc.PretendProcess.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/// A file, and [PretendProcess]es that count in it: what the checks of a counter share.
class CounterFixture implements AutoCloseable {
  static final Change FEW_BYTES = new Change(1, 255);
  static final Change MANY_BYTES = new Change(-200, 7, 70);

  static final long MORE = -10;

  private final Path path;
  private final Class<?> type;
  private final List<PretendProcess> processes = new ArrayList<>();
  private PretendLocks locks = new PretendLocks();

  /// @param path the file, which is there already
  /// @param type the class of the counters
  CounterFixture(Path path, Class<?> type) {
    this.path = path;
    this.type = type;
  }

  /// A sum to begin with, made by several steps, and what is added to it.
  record Change(long step, long... first) {
    long before() {
      return LongStream.of(first).sum();
    }

    long after() {
      return before() + step;
    }
  }

  final Path path() {
    return path;
  }

  /// Empties the file, and lets one process add.
  ///
  /// @return its counter
  FileCounter begin(Change change) throws Exception {
    afresh(new byte[0]);
    var counter = counter(process());
    for (var step : change.first()) {
      counter.add(step);
    }
    return counter;
  }

  /// Ends all processes, and fills the file.
  void afresh(byte[] bytes) throws IOException {
    processes.forEach(PretendProcess::kill);
    processes.clear();
    locks = new PretendLocks();
    Files.write(path, bytes);
  }

  PretendProcess process() throws IOException {
    var process = new PretendProcess(path, locks, type);
    processes.add(process);
    return process;
  }

  static FileCounter counter(PretendProcess process) throws IOException {
    return process.counter();
  }

  interface Use {
    long of(FileCounter counter) throws Exception;
  }

  /// Kills a process at a place, if its call comes there.
  static void dieIn(PretendProcess dying, Place place, Use call) throws IOException {
    var counter = counter(dying);
    dying.at(place, dying::kill);
    try {
      call.of(counter);
    } catch (Throwable thrown) {
      if (!dying.wasStopped()) {
        throw new AssertionError("A call threw " + thrown, thrown);
      }
    }
  }

  /// The next place. Every byte of a write matters for one change, and some bytes for the others.
  static Place next(PretendProcess process, Change change) {
    return change == FEW_BYTES ? process.next() : process.nextOfFew();
  }

  static long resultOf(CounterCall call, String what) {
    try {
      return call.result();
    } catch (Exception thrown) {
      return fail(what + ": " + thrown.getClass().getSimpleName());
    }
  }

  static long found(String what, Callable<Long> call) throws Exception {
    try {
      return call.call();
    } catch (IOException refused) {
      return fail(what + ". The next one threw " + refused.getClass().getSimpleName());
    }
  }

  static CounterCall add(PretendProcess process, FileCounter counter, long step) {
    return new CounterCall(process, "add(" + step + ")", () -> counter.add(step));
  }

  static CounterCall get(PretendProcess process, FileCounter counter) {
    return new CounterCall(process, "get()", counter::get);
  }

  /// Ends all processes.
  @Override
  public void close() {
    Thread.interrupted();
    processes.forEach(PretendProcess::kill);
  }
}
