package workbook.explore.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.CallOrder;
import workbook.explore.runtime.Kernel;

/// Small programs made of an object's methods: two or three threads, one or two calls each. For use
/// in a test annotated [workbook.explore.Explore], which then runs each program under every
/// schedule, and fails when no order of the calls explains what came back. This is linearizability:
/// each call takes effect at one moment between its call and its return.
///
/// Which programs are made is decided by their number alone, so they are the same each time.
///
/// @param <T> the contract
public final class ConcurrentCalls<T> {
  private static final String[] NAMES = {"left", "right", "third"};

  private final Supplier<? extends T> tried;
  private final Supplier<? extends T> plain;
  private final List<Call<T>> first = new ArrayList<>();
  private final List<Call<T>> calls = new ArrayList<>();
  private final List<Call<T>> last = new ArrayList<>();

  /// What a call does; it gives what the method returns, null for a `void` one.
  ///
  /// @param <T> the contract
  @FunctionalInterface
  public interface CalledMethod<T> {
    Object on(T object) throws Exception;
  }

  private ConcurrentCalls(Supplier<? extends T> tried, Supplier<? extends T> plain) {
    this.tried = tried;
    this.plain = plain;
  }

  /// @param tried makes objects that several threads may use
  /// @param plain makes objects that do what the contract says when one thread uses them
  public static <T> ConcurrentCalls<T> of(
      Supplier<? extends T> tried, Supplier<? extends T> plain) {
    return new ConcurrentCalls<>(tried, plain);
  }

  /// A call before the threads start.
  public ConcurrentCalls<T> first(String says, CalledMethod<T> method) {
    first.add(new Call<>(says, method));
    return this;
  }

  /// One of the calls that programs are made of.
  public ConcurrentCalls<T> call(String says, CalledMethod<T> method) {
    calls.add(new Call<>(says, method));
    return this;
  }

  /// A call after the threads have ended.
  public ConcurrentCalls<T> last(String says, CalledMethod<T> method) {
    last.add(new Call<>(says, method));
    return this;
  }

  /// Explores so many programs. Blocks until they have ended; called once in each run.
  ///
  /// @throws AssertionError when no order of a program's calls explains what came back
  public void check(int programs) throws InterruptedException {
    run(first, new Programs<>(calls).program(Kernel.chooseValue(programs)), last);
  }

  /// Runs one program.
  ///
  /// @param before calls of the thread that runs this
  /// @param program the calls of each thread
  /// @param after calls when they have ended
  void run(List<Call<T>> before, List<List<Call<T>>> program, List<Call<T>> after)
      throws InterruptedException {
    var object = tried.get();
    var order = new CallOrder(1 + program.size());
    var entries = new ArrayList<>(run(object, "main", before, order, 0));
    var threads = new ArrayList<Thread>();
    var parts = new ArrayList<List<History.Entry<T>>>();
    for (var part : program) {
      var name = NAMES[threads.size()];
      var mine = new ArrayList<History.Entry<T>>();
      parts.add(mine);
      var number = parts.size();
      threads.add(
          Thread.ofPlatform()
              .name(name)
              .unstarted(() -> mine.addAll(run(object, name, part, order, number))));
    }
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    parts.forEach(entries::addAll);
    entries.addAll(run(object, "main", after, order, 0));
    var history = new History<>(entries);
    if (!history.isLinearizable(plain)) {
      throw new AssertionError(
          "no order of these calls explains what came back:\n" + history + history.why(plain));
    }
  }

  private List<History.Entry<T>> run(
      T object, String thread, List<Call<T>> part, CallOrder order, int number) {
    var entries = new ArrayList<History.Entry<T>>();
    for (var call : part) {
      var begun = order.begin(number);
      var answer = call.answer(object);
      entries.add(new History.Entry<>(thread, call, answer, begun, order.end(number)));
    }
    return entries;
  }
}
