package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;

/// One run of the program under one schedule: its threads, its memory, its virtual time.
///
/// One logical thread runs at a time. It gives control back in two ways: at [#point], where it
/// could go on but another may be chosen, and in [#await], where it cannot. Both ask the
/// [SchedulingStrategy].
public final class Execution {
  /// How much one run may do.
  ///
  /// @param steps decision points
  /// @param rounds rounds of loops
  public record Limits(int steps, int rounds) {
    public static final Limits DEFAULT = new Limits(20_000, 200_000);
  }

  private static Execution now;

  private final SchedulingStrategy strategy;
  private final Fiber.Factory fibers;
  private final Limits limits;
  private final EnabledActions actions = new EnabledActions();
  private final List<LogicalThread> threads = new ArrayList<>();
  private LogicalThread current;
  private ExecutionResult result;
  private long effects;
  private int steps;
  private int rounds;
  private int atomic;
  private int initialising;
  private int threadsMade;
  private int oddities;
  private final MemoryLocation clock = new MemoryLocation();
  private long time;
  private final ObjectNames names = new ObjectNames();
  final Memory memory = new Memory(this::hash);
  final MemoryAccess access = new MemoryAccess(this);
  public final RaceDetector races = new RaceDetector(this);
  final SharedLocations shared;
  final ExecutionListener listener;

  public Execution(
      SchedulingStrategy strategy,
      Fiber.Factory fibers,
      Limits limits,
      SharedLocations shared,
      ExecutionListener listener) {
    this.strategy = strategy;
    this.fibers = fibers;
    this.limits = limits;
    this.shared = shared;
    this.listener = listener;
  }

  /// The run in progress. There is at most one in a JVM at a time.
  ///
  /// @throws IllegalStateException when rewritten code runs outside of an exploration
  public static Execution now() {
    if (now == null) {
      throw new IllegalStateException("this code runs only under the explorer");
    }
    return now;
  }

  static boolean inProgress() {
    return now != null;
  }

  /// Runs the program to its end, or until the chooser cuts it short. Leaves no fiber behind.
  public ExecutionResult execute(Runnable program) {
    now = this;
    try {
      current = spawn("main", null, program);
      while (result == null) {
        var running = current;
        running.fiber.resume();
        if (result == null && running.finished) {
          leave();
        }
      }
      return result;
    } finally {
      for (var thread : threads) {
        if (thread.fiber != null && !thread.fiber.done()) {
          thread.fiber.abandon();
        }
      }
      now = null;
    }
  }

  /// The thread that runs.
  public LogicalThread me() {
    return current;
  }

  /// All threads that were started, in that order.
  public List<LogicalThread> threads() {
    return List.copyOf(threads);
  }

  /// Steps and rounds of loops: what the run cost.
  public long work() {
    return (long) steps + rounds;
  }

  public int steps() {
    return steps;
  }

  ObjectNames names() {
    return names;
  }

  /// Notes where the running thread is in the code under test.
  CodeLocation arrive(int number, Object target) {
    var site = CodeLocation.of(number);
    current.site = site;
    current.target = target;
    current.ranOwnCode = true;
    return site;
  }

  /// Tells the recorder that the running thread does what its site says.
  void did(Object target) {
    if (listener != null) {
      listener.did(current, current.site, target, names.of(target), null);
    }
  }

  int nextNumber() {
    return threadsMade++;
  }

  boolean over() {
    return result != null;
  }

  void refuse(String what) {
    end(new ExecutionResult.Refused(what));
  }

  /// Ends the run, because the search must begin again with decision points at this place.
  void discover(SharedVariable variable) {
    shared.add(variable);
    end(new ExecutionResult.Discovery(variable.name()));
  }

  /// Deviations that were not plain preemptions: old values, early time-outs, wake-ups for no
  /// reason.
  public int oddities() {
    return oddities;
  }

  /// Starts a thread; it runs when it is chosen.
  ///
  /// @param name how reports call it; empty for a number
  LogicalThread spawn(String name, Object face, Runnable code) {
    if (result != null) {
      throw new Fiber.Abandoned();
    }
    var id = threads.size();
    var thread = new LogicalThread(id, name.isEmpty() ? "virtual-" + id : name, face);
    if (current != null) {
      thread.clock.join(current.clock);
      current.clock.tick(current.id);
      thread.past = Hashing.mix(current.past, ++current.children);
      thread.daemon(current.daemon());
    }
    thread.fiber = fibers.create(() -> live(thread, code));
    threads.add(thread);
    if (listener != null) {
      listener.started(thread);
    }
    effect();
    return thread;
  }

  private void live(LogicalThread thread, Runnable code) {
    try {
      code.run();
      races.settle(true);
      memory.whole(thread).markWrite(thread);
      memory.whole(thread).release(thread);
      thread.finished = true;
    } catch (Fiber.Abandoned over) {
      thread.finished = result == null;
    } catch (Throwable thrown) {
      thread.finished = true;
      if (result == null) {
        result = ResultExplainer.thrown(thread, thrown);
      }
    }
  }

  /// Ends the run from inside; does not return to the code under test.
  void end(ExecutionResult how) {
    if (result == null) {
      result = how;
    }
    current.fiber.pause();
  }

  /// A place where another thread may be chosen instead of the running one.
  void point() {
    if (result != null) {
      throw new Fiber.Abandoned();
    }
    if (atomic > 0) {
      return;
    }
    countStep();
    choose(true);
    current.ranOwnCode = false;
    current.past = Hashing.mix(current.past, 1);
  }

  private void countStep() {
    if (++steps > limits.steps) {
      end(ResultExplainer.noProgress(this, limits.steps + " steps", current.site));
    }
  }

  /// Library code is about to synchronise. Its call was the step, unless it has called back since.
  void libraryStep() {
    if (current.ranOwnCode) {
      point();
    }
  }

  /// An identity hash code that depends only on what the thread did before.
  int hash() {
    return (int) Hashing.mix(current.past, ++current.hashes);
  }

  /// Waits until the condition holds, the deadline passes or an interrupt comes.
  WakeReason await(WaitCondition wait) {
    if (result != null) {
      throw new Fiber.Abandoned();
    }
    var me = current;
    if (wait.ready().getAsBoolean()) {
      return WakeReason.READY;
    }
    if (wait.interruptible() && me.interrupted) {
      return WakeReason.INTERRUPTED;
    }
    if (wait.deadline() <= time) {
      return WakeReason.TIMED_OUT;
    }
    if (atomic > 0) {
      stuckInForeignCode();
    }
    countStep(); // who waits with a limit, again and again, must not do so for ever
    me.wait = wait;
    if (listener != null) {
      me.where = listener.where(me);
      me.idle = me.where.isEmpty() && me != threads.getFirst();
      listener.blocked(me, ResultExplainer.fact(this, me));
    }
    choose(false);
    me.wait = null;
    me.past = Hashing.mix(me.past, me.wake.ordinal());
    if (me.wake == WakeReason.TIMED_OUT) {
      time = Math.max(time, wait.deadline());
      clock.markWrite(me);
    }
    effect();
    return me.wake;
  }

  /// Virtual nanoseconds since the run began. Only a time-out makes time pass.
  long time() {
    clock.markRead(current);
    return time;
  }

  /// Gives way: the others that can run go first.
  void giveWay() {
    if (result != null) {
      throw new Fiber.Abandoned();
    }
    if (atomic > 0) {
      return;
    }
    current.gaveWayAt = effects;
    current.past =
        Hashing.mix(current.past, 2); // or a loop for ever would look like one met before
    current.loops.giveWay();
    countStep();
    choose(true);
  }

  /// One more round of the loop that begins at a site. A thread that only looks, and sees no
  /// change, gives way.
  void round(int number) {
    if (result != null) {
      throw new Fiber.Abandoned();
    }
    if (++rounds > limits.rounds) {
      end(
          ResultExplainer.noProgress(
              this, limits.rounds + " rounds of loops", CodeLocation.of(number)));
    }
    if (current.loops.round(effects)) {
      giveWay();
    }
  }

  /// Chooses one of `count` equally good values; free of charge.
  int pick(int count) {
    return pick(count, 0);
  }

  /// Chooses a value: 0 is the usual one, the others cost `price`.
  int pick(int count, int price) {
    if (count == 1) {
      return 0;
    }
    actions.clear();
    for (var i = 0; i < count; i++) {
      actions.add(null, WakeReason.READY, i == 0 ? 0 : price);
    }
    var picked = strategy.choose(this, actions);
    if (picked == SchedulingStrategy.CUT) {
      end(new ExecutionResult.Cut());
    }
    current.past = Hashing.mix(current.past, picked);
    if (price > 0 && picked > 0) {
      oddities++;
    }
    return picked;
  }

  /// Something changed that another thread may be waiting to see.
  void effect() {
    effects++;
  }

  void enterAtomic() {
    atomic++;
  }

  void exitAtomic() {
    atomic--;
  }

  /// A class is being initialised: alone, and before everybody who uses it.
  void enterInitialiser() {
    atomic++;
    initialising++;
  }

  void exitInitialiser() {
    atomic--;
    initialising--;
  }

  boolean initialising() {
    return initialising > 0;
  }

  void stuckInForeignCode() {
    var site = current.site;
    end(
        new ExecutionResult.Refused(
            "a thread would have to wait inside a callback or a static initialiser, at "
                + site.file()
                + ":"
                + site.line()));
  }

  /// Equal for two runs that did the same up to the order of steps that do not touch each other.
  public long fingerprint() {
    var sum = 0L;
    for (var thread : threads) {
      var flags = (thread.finished ? 1 : thread.wait != null ? 2 : 0);
      sum += Hashing.mix(thread.past, thread.gaveWayAt == effects ? flags + 4 : flags);
    }
    return Hashing.mix(sum, current.finished || current.wait != null ? 0 : current.past);
  }

  private void leave() {
    effect();
    choose(false);
  }

  /// Asks who goes on, and lets it.
  private void choose(boolean canGoOn) {
    ActionEnumerator.list(actions, threads, canGoOn ? current : null, effects);
    if (actions.isEmpty()) {
      var how = ResultExplainer.stuck(this);
      if (current.finished) {
        result = how;
      } else {
        end(how);
      }
      return;
    }
    var option = actions.size() == 1 ? 0 : strategy.choose(this, actions);
    if (option == SchedulingStrategy.CUT) {
      if (current.finished) {
        result = new ExecutionResult.Cut();
      } else {
        end(new ExecutionResult.Cut());
      }
      return;
    }
    var before = current;
    var next = actions.thread(option);
    next.wake = actions.wake(option);
    if (next.wake == WakeReason.SPURIOUS || next.wake == WakeReason.TIMED_OUT) {
      oddities += actions.price(option);
    }
    if (listener != null) {
      listener.decided(before, next, next.wake, canGoOn && next != before);
    }
    if (next == before && canGoOn) {
      return;
    }
    next.loops.goOn();
    current = next;
    if (next != before && !before.finished) {
      before.fiber.pause();
    }
  }
}
