package workbook.explore;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Whether a class that several threads use does what its contract says when one thread uses it:
/// each call takes effect at one moment between its call and its return.
///
/// Small programs are made of the contract's methods: two or three threads with one or two calls
/// each. Each is run under every schedule within the bound, and all that comes back is compared
/// with the same calls one after the other. A program that fails is made as small as it can be.
///
/// ```java
/// Linearizability.of(Counter.class)
///     .implementation(Tally::new)
///     .sequential(PlainCounter::new)
///     .check();
/// ```
///
/// Which programs are made is decided by their number alone, so the verdict is the same each time.
///
/// @param <T> the contract
public final class Linearizability<T> {
  /// Programs that are drawn after all pairs of calls.
  private static final int DRAWN = 30;

  private final ContractCalls calls;
  private Function<ClassLoader, Supplier<Object>> tried;
  private Function<ClassLoader, Supplier<Object>> plain;
  private ClassLoader loader;
  private int programs = -1;
  private Budget budget = Budget.DEFAULT;

  /// Makes an object: a lambda or a reference to a constructor, which brings nothing along but
  /// numbers, truth values and strings.
  ///
  /// @param <T> what it makes
  @FunctionalInterface
  public interface Maker<T> extends Supplier<T>, Serializable {}

  private Linearizability(Class<T> contract) {
    calls = new ContractCalls(contract);
    loader = contract.getClassLoader();
  }

  /// @param contract an interface, or a class whose public methods are meant
  public static <T> Linearizability<T> of(Class<T> contract) {
    return new Linearizability<>(contract);
  }

  /// What several threads use.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the lambda brings objects along
  public Linearizability<T> implementation(Maker<? extends T> maker) {
    tried = LambdaTarget.of(maker)::in;
    loader = maker.getClass().getClassLoader();
    return this;
  }

  /// Likewise, made by the constructor without parameters.
  public Linearizability<T> implementation(Class<? extends T> type) {
    tried = exploring -> LambdaTarget.maker(exploring, type.getName());
    loader = type.getClassLoader();
    return this;
  }

  /// What says what each call gives; by default the implementation, used by one thread. Where the
  /// contract says that a call waits, it throws [workbook.explore.calls.WouldBlock], and has
  /// changed nothing. Programs that may then wait for ever are left out.
  public Linearizability<T> sequential(Maker<? extends T> maker) {
    plain = LambdaTarget.of(maker)::in;
    return this;
  }

  /// Likewise, made by the constructor without parameters.
  public Linearizability<T> sequential(Class<? extends T> type) {
    plain = original -> LambdaTarget.maker(original, type.getName());
    return this;
  }

  /// A call of a method with these arguments; instead of the usual ones, if it is the first for
  /// this method.
  ///
  /// @param arguments numbers, truth values, strings, constants of enums, or null
  /// @throws IllegalArgumentException with one plain sentence when there is no such method
  public Linearizability<T> call(String method, Object... arguments) {
    calls.give(method, arguments);
    return this;
  }

  /// No other calls are made than those given by [#call].
  public Linearizability<T> onlyTheseCalls() {
    calls.onlyGiven();
    return this;
  }

  /// A call before the threads start.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such method
  public Linearizability<T> before(String method, Object... arguments) {
    calls.first(method, arguments);
    return this;
  }

  /// Arguments of a type, where no call of a method was given; by default 1, 130 and -1 for
  /// numbers, "a" and "b" for texts and for objects.
  public Linearizability<T> values(Class<?> type, Object... values) {
    calls.values(type, List.of(values));
    return this;
  }

  /// How many programs are tried, at least 1; by default all pairs of calls and 30 more.
  public Linearizability<T> programs(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("programs must be at least 1, not " + number);
    }
    programs = number;
    return this;
  }

  /// How far each program is explored.
  public Linearizability<T> budget(Budget each) {
    budget = each;
    return this;
  }

  /// Blocks until all programs have been explored, or one fails.
  ///
  /// @throws AssertionError when one fails: its calls, why no order explains them, the schedule
  /// @throws InconclusiveError when one cannot be judged, or not to the end
  /// @throws IllegalArgumentException with one plain sentence when there is nothing to call, or no
  ///   implementation
  public void check() {
    switch (verdict()) {
      case LinearizabilityVerdict.Linearizable _ -> {}
      case LinearizabilityVerdict.NotLinearizable fails ->
          throw new ScheduleFailedError(fails.says(), fails.trace(), fails.run().cause());
      case LinearizabilityVerdict.Undecided undecided ->
          throw new InconclusiveError(undecided.says());
    }
  }

  /// Likewise, as data.
  public LinearizabilityVerdict verdict() {
    var search = search();
    var all = calls.programs(programs, DRAWN);
    var explored = new ArrayList<CallProgram>();
    for (var program : all) {
      search.withoutStuckOrders(program).ifPresent(explored::add);
    }
    if (explored.isEmpty()) {
      throw new IllegalArgumentException("every program of these calls may wait for ever");
    }
    return search.verdict(explored);
  }

  /// Runs the program of an earlier report again, under the schedule of that report. The calls must
  /// be those of that time.
  ///
  /// @param schedule for example `add.1/add.1/main:total.1@2.1+6fe873f7`; a report ends with it
  /// @throws IllegalArgumentException with one plain sentence when the text is no such schedule, or
  ///   of other calls or other code, or there is no implementation
  public CallsRun replay(String schedule) {
    return search().replay(schedule);
  }

  private CallsSearch search() {
    if (tried == null) {
      throw new IllegalArgumentException("say what several threads use: implementation(Mine::new)");
    }
    var sequential = plain == null ? tried : plain;
    return new CallsSearch(loader, tried, sequential, new CallsCode(calls.all()), budget);
  }
}
