package workbook.explore.runtime;

import java.util.List;
import java.util.function.Supplier;

/// One run of the program under one schedule: its threads, its memory, its virtual time.
public final class Execution {
  private static final int ROUNDS_PER_STEP = 20;

  private final ObjectNames names = new ObjectNames();
  private ExecutionResult result;
  private int unnamedThreads;
  private boolean approximate;

  /// The thread of the search, or of the replay.
  private Thread caller;

  final Scheduler scheduler;
  final StepCounter counter;
  final VirtualClock clock;
  final IterationSalt salt = new IterationSalt();
  final Memory memory;
  final IdentityHashes hashes = new IdentityHashes(this);
  final MemoryAccess access = new MemoryAccess(this);
  final ClassInitialiser classes = new ClassInitialiser(this);
  final EntryLocks entries = new EntryLocks(this);
  public final RaceDetector races = new RaceDetector(this);
  final SharedLocations shared;
  final ExecutionListener listener;

  /// Keeps the steps; null for nobody.
  final StepLog log;

  /// @param listener is told what happens; null for nobody
  public Execution(
      SchedulingStrategy strategy,
      Fiber.Factory fibers,
      ExecutionLimits limits,
      SharedLocations shared,
      ExecutionListener listener) {
    this(strategy, fibers, limits, shared, listener, null);
  }

  /// @param log keeps the steps; null for nobody
  public Execution(
      SchedulingStrategy strategy,
      Fiber.Factory fibers,
      ExecutionLimits limits,
      SharedLocations shared,
      ExecutionListener listener,
      StepLog log) {
    this.log = log;
    this.clock = new VirtualClock(location("time"));
    this.memory = new Memory(log != null);
    this.scheduler = new Scheduler(this, strategy, fibers);
    this.counter = new StepCounter(this, limits);
    this.shared = shared;
    this.listener = listener;
  }

  /// A location that belongs to no object.
  MemoryLocation location(String name) {
    var location = new MemoryLocation();
    if (log != null) {
      location.keepSteps(name.hashCode());
    }
    return location;
  }

  /// Notes that what happens now depends on more than the locations that it uses, as on time or on
  /// who waits. Not each way is followed in which it may turn out.
  void approximates() {
    approximate = true;
    if (log != null) {
      log.cannotTell();
    }
  }

  /// Whether something was not followed in each way in which it may turn out.
  public boolean isApproximate() {
    return approximate;
  }

  /// The execution that the code on the current thread belongs to.
  ///
  /// @throws IllegalStateException when rewritten code runs outside of an exploration
  public static Execution current() {
    var current = ExplorerThread.currentExecution();
    if (current == null) {
      throw new IllegalStateException("this code runs only under the explorer");
    }
    return current;
  }

  static boolean inProgress() {
    return ExplorerThread.currentExecution() != null;
  }

  /// Runs the program to its end, or until the strategy prunes it. Called on an explorer thread;
  /// leaves no fiber behind.
  public ExecutionResult execute(Runnable program) {
    caller = Thread.currentThread();
    TraceHooks.listening(listener != null);
    try {
      ExplorerThread.runWithin(this, () -> scheduler.run(program));
    } finally {
      TraceHooks.listening(false);
      StepCounter.forgetOverflows();
    }
    return result;
  }

  // Threads

  /// The thread that runs.
  public LogicalThread currentThread() {
    return scheduler.currentThread();
  }

  /// All threads that were started, in that order.
  public List<LogicalThread> threads() {
    return scheduler.threads();
  }

  int nextThreadNumber() {
    return unnamedThreads++;
  }

  /// The thread comes to its end: whoever joins it learns what it did.
  void publishEnd(LogicalThread thread) {
    races.resolve(true);
    memory.whole(thread).markWrite(thread);
    memory.whole(thread).release(thread);
  }

  /// The thread ended because of this.
  void threw(LogicalThread thread, Throwable thrown) {
    if (result == null && StepCounter.overflowsTooOften()) {
      result = StepCounter.TOO_MANY_OVERFLOWS;
    } else if (result == null) {
      scheduler.enterAtomic(); // what it says may be code under test
      var explained = ResultExplainer.thrown(thread, thrown);
      scheduler.exitAtomic();
      result = result == null ? explained : result;
    }
  }

  // Decisions

  /// Library code is about to synchronise. The call to it was the decision point, unless it has
  /// called back since.
  void libraryDecisionPoint() {
    if (currentThread().ranCodeUnderTest) {
      scheduler.decisionPoint();
      currentThread().ranCodeUnderTest = false;
    }
  }

  /// Code under test goes on after a call of library code, or has thrown something into it.
  void backInCodeUnderTest() {
    currentThread().ranCodeUnderTest = true;
  }

  /// Equal for two executions that did the same up to the order of independent steps.
  public long fingerprint() {
    return scheduler.fingerprint();
  }

  /// A method of the code under test begins.
  void methodEntered() {
    mustGoOn();
    counter.call();
    currentThread().ranCodeUnderTest = true;
  }

  // Where the running thread is

  /// Notes where the running thread is in the code under test.
  CodeLocation locate(int number, Object target) {
    mustGoOn();
    var site = CodeLocation.of(number);
    var thread = currentThread();
    thread.site = site;
    thread.target = target;
    thread.ranCodeUnderTest = true;
    thread.ranSinceTimeout = true;
    scheduler.codeRuns();
    return site;
  }

  /// Tells the listener that the running thread makes the step at its location.
  void report(Object target) {
    if (listener != null) {
      report(target, names.of(target), () -> ObjectContents.of(target, names));
    }
  }

  /// The same, of a step that a reader knows by another name.
  void report(Object target, String name, Supplier<String> contents) {
    listener.called(currentThread(), currentThread().site, target, name, contents);
  }

  /// Tells the listener whom a signal of the running thread wakes, see [Kernel#woke].
  void woke(Object on, Supplier<List<LogicalThread>> waiters) {
    if (listener != null) {
      listener.woke(currentThread(), on, waiters.get());
    }
  }

  /// Tells the listener that the running thread prints.
  void print(String stream, String text) {
    if (listener != null && result == null) {
      listener.printed(currentThread(), stream, ResultExplainer.plain(text));
    }
  }

  /// Tells the listener what the call at the running thread's location found.
  void reportFound(Object target, String found) {
    if (listener != null) {
      report(target, names.of(target), () -> found);
    }
  }

  ObjectNames names() {
    return names;
  }

  /// Virtual nanoseconds since the execution began.
  long time() {
    return clock.read(currentThread());
  }

  /// The same, for a thread that may be waiting for them to pass.
  long lookAtClock() {
    currentThread().loops.readClock();
    return time();
  }

  // What it cost

  /// One more iteration of the loop that begins at this location.
  ///
  /// @param call what tells this call of the method from others, 0 when that is not known yet
  long loopHead(long call, int number) {
    mustGoOn();
    counter.iteration(number);
    currentThread().loop = CodeLocation.of(number);
    scheduler.loops.round();
    return call == 0 ? currentThread().position | 1 : call;
  }

  /// Takes in the value of a local variable at the head of a loop.
  void local(Object value) {
    currentThread().loops.local(memory.hashOfValue(value));
  }

  public int steps() {
    return counter.steps();
  }

  /// Steps and rounds of loops: what the execution cost. A round is much cheaper than a step.
  public long work() {
    return (long) counter.steps() + counter.iterations() / ROUNDS_PER_STEP;
  }

  /// How many stale reads, early time-outs, spurious wake-ups and failures there were.
  public int rareEvents() {
    return scheduler.rareEvents();
  }

  // The end

  /// Whether somebody waits for the search to end.
  boolean isInterrupted() {
    return caller.isInterrupted();
  }

  boolean ended() {
    return result != null;
  }

  /// Leaves the code under test if the execution is over.
  void mustGoOn() {
    if (result == null && StepCounter.overflowsTooOften()) {
      result = StepCounter.TOO_MANY_OVERFLOWS;
    }
    if (result != null) {
      throw Fiber.ABANDONED;
    }
  }

  /// Ends the execution; does not return to the code under test. Code that is only leaving, because
  /// the execution has ended, cannot end it again.
  void end(ExecutionResult how) {
    mustGoOn();
    result = how;
    if (!currentThread().finished) {
      currentThread().fiber.pause();
    }
  }

  /// Ends the execution like [#end], where there may be no room on the stack for more: the running
  /// thread leaves its code by itself.
  void giveUp(ExecutionResult how) {
    result = how;
    mustGoOn();
  }

  void refuse(String what) {
    end(new ExecutionResult.Refused(what));
  }

  /// Refuses the program because a thread would have to wait where it cannot be stopped.
  void refuseToWait() {
    refuse("a thread would have to wait inside " + CallbackSite.ofRunningThread());
  }

  /// Ends the execution, because the search must begin again with decision points at this variable.
  void discover(SharedVariable variable) {
    mustGoOn();
    shared.add(variable);
    end(new ExecutionResult.Discovery(variable.name()));
  }
}
