// preview: 25
// %% [markdown]
// # 09 Structured concurrency
//
// Three tasks at once: who waits for them, and who calls them off?
//
// This notebook uses a preview of Java 25, `StructuredTaskScope` (JEP 505). Java's makers may still
// change it, so it works only if both the compiler and the JVM are given `--enable-preview`. The
// workbook does that here, and only here. Another Java has another preview, or none any more; there
// this notebook is skipped.
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import workbook.Span;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## Three sleeps
//
// A flight, a hotel and a car are booked. Each booking takes a second. `fork` starts a task in a
// virtual thread of its own, and `join` waits for all of them.
//
// **Ask:** how long does it take? And in what order do the results come?
// %%
double seconds(long start) {
  return (System.nanoTime() - start) / 1e9;
}
Callable<String> booking(String what) {
  return () -> {
    Thread.sleep(1_000);
    return what;
  };
}
List<String> gather(List<Callable<String>> tasks) throws Exception {
  var all = Joiner.<String>allSuccessfulOrThrow();
  try (var scope = StructuredTaskScope.open(all)) {
    tasks.forEach(task -> scope.fork(task));
    return scope.join().map(Subtask::get).toList();
  }
}
var trip = List.of(booking("flight"), booking("hotel"), booking("car"));
var start = System.nanoTime();
System.out.println(gather(trip));
System.out.printf("%.2f s%n", seconds(start));
//> [flight, hotel, car]
//> ... s

// %% [markdown]
// About one second, not three: all of them sleep at the same time. The results come in the order
// of the forks.
//
// ## The first failure
//
// Now the flight is sold out. We hear of it after a tenth of a second. The hotel takes a minute.
//
// **Ask:** how long does `gather` take now? What does it throw? What becomes of the hotel?
// %%
Callable<String> soldOut = () -> {
  Thread.sleep(100);
  throw new IllegalStateException("sold out");
};
Callable<String> slowHotel = () -> {
  try {
    Thread.sleep(60_000);
    return "hotel";
  } catch (InterruptedException cancelled) {
    System.out.println("hotel: cancelled");
    throw cancelled;
  }
};
String outcome(Callable<?> what) {
  try {
    return "got " + what.call();
  } catch (Exception e) {
    var cause = e.getCause() == null ? "" : ", because: " + e.getCause();
    return e.getClass().getSimpleName() + cause;
  }
}
start = System.nanoTime();
System.out.println(outcome(() -> gather(List.of(slowHotel, soldOut))));
System.out.printf("%.2f s%n", seconds(start));
//> hotel: cancelled
//> FailedException, because: java.lang.IllegalStateException: sold out
//> ... s

// %% [markdown]
// The failure that comes first decides. The scope interrupts the others, and `close` waits until
// their threads have ended: first we hear from the hotel, then from `gather`. All that
// takes about a tenth of a second. Nothing is left
// running behind the closing brace, whatever happens between the braces. That's why it's called
// *structured*.
//
// ## Seen from above
//
// **Ask:** who works, and until when? Sketch three bars, then look.
// %%
var bars = new ConcurrentLinkedQueue<Span>();
String work(String who, long zero, int millis) throws Exception {
  var from = System.nanoTime() - zero;
  var did = "interrupted";
  try {
    Thread.sleep(millis);
    did = "ended";
    if (who.equals("flight")) {
      throw new IllegalStateException("sold out");
    }
    return who;
  } finally {
    bars.add(new Span(who, did, from, System.nanoTime() - zero));
  }
}
void bookAll() {
  var zero = System.nanoTime();
  outcome(() -> gather(List.of(
      () -> work("flight", zero, 500),
      () -> work("hotel", zero, 60_000),
      () -> work("car", zero, 200))));
}
bookAll();
var seen = bars.stream().sorted(Comparator.comparing(Span::lane)).toList();
System.out.println(ExperimentCell.timeline("A flight is sold out", seen));
//> ...

// %% [markdown]
// The car was booked before the failure. The hotel had a minute to go, and ended with the flight.
//
// ## A limit
//
// A scope may have one limit for all its tasks. It starts when the scope is opened.
//
// **Ask:** a hotel that takes a minute, and a limit of half a second. What comes out, and when?
// %%
String inHalfASecond(Callable<String> task) throws Exception {
  try (var scope = StructuredTaskScope.open(
      Joiner.<String>allSuccessfulOrThrow(),
      with -> with.withTimeout(Duration.ofMillis(500)))) {
    scope.fork(task);
    return scope.join().map(Subtask::get).findFirst().orElseThrow();
  }
}
start = System.nanoTime();
System.out.println(outcome(() -> inHalfASecond(slowHotel)));
System.out.println("not before the limit: " + (seconds(start) >= 0.5));
//> hotel: cancelled
//> TimeoutException
//> not before the limit: true

// %% [markdown]
// `join` throws a `StructuredTaskScope.TimeoutException`. It's no subclass of the one in
// `java.util.concurrent`, and it's unchecked.
//
// **Ask:** and a hotel that catches the interrupt and goes on for two more seconds?
// %%
Callable<String> stubbornHotel = () -> {
  var end = System.nanoTime() + 2_500_000_000L;
  while (System.nanoTime() < end) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException ignored) {
      System.out.println("hotel: not now");
    }
  }
  return "hotel";
};
start = System.nanoTime();
System.out.println(outcome(() -> inHalfASecond(stubbornHotel)));
System.out.println("after the hotel's end: " + (seconds(start) >= 2.5));
//> hotel: not now
//> TimeoutException
//> after the hotel's end: true

// %% [markdown]
// Nobody can be forced to stop. The scope asks, once, and waits.
//
// ## A mistake
//
// Somebody is in a hurry, and reads a result without `join`.
//
// **Ask:** what happens?
// %%
String hurry() throws Exception {
  try (var scope = StructuredTaskScope.open()) {
    var flight = scope.fork(booking("flight"));
    return flight.get();
  }
}
System.out.println(hurry());
//> |  Exception java.lang.IllegalStateException...

// %% [markdown]
// A `Subtask` isn't a future: its `get` never waits. Before `join` it's a mistake, and the scope
// says so instead of handing out half a result.
//
// **Ask:** which line is missing, and where?
// %%
String hurry() throws Exception {
  try (var scope = StructuredTaskScope.open()) {
    var flight = scope.fork(booking("flight"));
    scope.join();
    return flight.get();
  }
}
System.out.println(hurry());
//> flight

// %% [markdown]
// ## Whose scope is it?
//
// **Ask:** somebody hands the scope to another thread, which forks. May it?
// %%
String forkFromElsewhere() throws Exception {
  try (var scope = StructuredTaskScope.open()) {
    var said = new CompletableFuture<String>();
    Runnable forks = () -> scope.fork(() -> "hotel");
    Thread.ofPlatform().start(
        () -> said.complete(outcome(Executors.callable(forks))));
    scope.join();
    return said.get();
  }
}
System.out.println(forkFromElsewhere());
//> WrongThreadException

// %% [markdown]
// Only the thread that has opened a scope may fork in it, join it and close it. A task that needs
// help opens a scope of its own, inside. So the threads make a tree, as the calls do.
//
// ## A value for all of them
//
// Every task should know for whom it books, without a parameter. A `ScopedValue` is bound for the
// length of one call. (It isn't a preview any more: JEP 506.)
//
// **Ask:** which of the three knows the customer: the caller, a forked task, a plain thread?
// %%
ScopedValue<String> CUSTOMER = ScopedValue.newInstance();
String customer() {
  return CUSTOMER.orElse("nobody");
}
String threeAnswers() throws Exception {
  try (var scope = StructuredTaskScope.open()) {
    var forked = scope.fork(() -> customer());
    var plain = new CompletableFuture<String>();
    Thread.ofVirtual().start(() -> plain.complete(customer()));
    scope.join();
    return customer() + ", " + forked.get() + ", " + plain.get();
  }
}
System.out.println(
    ScopedValue.where(CUSTOMER, "Zoë").call(() -> threeAnswers()));
System.out.println("and afterwards: " + customer());
//> Zoë, Zoë, nobody
//> and afterwards: nobody

// %% [markdown]
// A forked task inherits the binding, which is safe because it can't outlive the call. A plain
// thread can, so it inherits nothing.
//
// ## What's left for you
//
// `gather` at the top has five lines. The exercise Gather asks for the same without the preview,
// and with a limit.
//
// **Ask:** which of those five lines is the hardest to write yourself?
//
// (The closing brace. It waits for the threads that were interrupted, even if you are interrupted
// meanwhile.)
// %%
/exit
