// %% [markdown]
// # 12 Async
//
// Three coroutines sleep for a second each. How long do they take together?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _12_async.*;
import _12_async.lab.BlockingTheLoopTiming;
import java.time.Duration;
import java.util.concurrent.*;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## One, one, one
//
// A loop, and a coroutine that says one, sleeps, and says two.
//
// **Ask:** three of them, and each sleeps for a second. What do we see, and when is it over?
// %%
var loop = new Loop(System.out::println);
loop.slowCallback(Duration.ofSeconds(10));
Callable<Void> counter = () -> {
  System.out.println("one");
  loop.sleep(Duration.ofSeconds(1)).await();
  System.out.println("two");
  return null;
};
long seconds(Callable<Void> body) throws Exception {
  var began = System.nanoTime();
  var three = List.of(
      loop.createTask("first", body),
      loop.createTask("second", body),
      loop.createTask("third", body));
  loop.runUntilComplete(LoopFutures.gather(three));
  return Math.round((System.nanoTime() - began) / 1e9);
}
System.out.println(seconds(counter) + " s");
//> one
//> one
//> one
//> two
//> two
//> two
//> ... s

// %% [markdown]
// ## A mistake
//
// Here's a counter that somebody wrote in a hurry. It works.
//
// **Ask:** how long do three of these take?
// %%
Callable<Void> hurried = () -> {
  Thread.sleep(1_000);
  return null;
};
System.out.println(seconds(hurried) + " s");
//> ... s

// %% [markdown]
// Three seconds, not one: it sleeps with the loop's only thread, and nobody else can run meanwhile.
//
// **Ask:** how do we mend it? There are two ways.
// %% [markdown]
// We await a sleep of the loop; or, if the call has to block, another thread makes it, and we await
// that.
// %%
Callable<Void> mended = () -> {
  loop.runInExecutor(() -> {
    Thread.sleep(1_000);
    return null;
  }).await();
  return null;
};
System.out.println(seconds(mended) + " s");
//> ... s

// %% [markdown]
// ## The order of callbacks
//
// **Ask:** A hands in C. In what order are the three called?
// %%
void say(String text) {
  System.out.println(text);
}
loop.callSoon("A", () -> {
  say("A");
  loop.callSoon("C", () -> say("C"));
  loop.callSoon("stop", loop::stop);
});
loop.callSoon("B", () -> say("B"));
loop.runForever();
//> A
//> B
//> C

// %% [markdown]
// **Ask:** and if the callback in the middle throws an exception?
// %%
loop.callSoon("A", () -> say("A"));
loop.callSoon("B", () -> {
  throw new IllegalStateException("no");
});
loop.callSoon("C", () -> say("C"));
loop.callSoon("stop", loop::stop);
loop.runForever();
//> A
//> B failed: java.lang.IllegalStateException: no
//> C

// %% [markdown]
// **Ask:** another thread hands in a callback while the loop runs. What does `callSoon` say to it?
// %%
loop.callSoon("start", () -> Thread.ofPlatform().start(() -> {
  try {
    loop.callSoon("mine", () -> say("mine"));
  } catch (IllegalStateException refused) {
    say(refused.getMessage());
  }
  loop.callSoonThreadsafe("stop", loop::stop);
}));
loop.runForever();
//> The loop runs in another thread: use callSoonThreadsafe.

// %% [markdown]
// ## Cancelling
//
// A coroutine sleeps for an hour, and is cancelled.
//
// **Ask:** what does it print?
// %%
var sleeper = loop.createTask("sleeper", () -> {
  try {
    loop.sleep(Duration.ofHours(1)).await();
    say("awake");
  } finally {
    say("finally");
  }
  return null;
});
loop.callLater(Duration.ofMillis(50), "cancel", sleeper::cancel);
try {
  loop.runUntilComplete(sleeper);
} catch (CancellationException cancelled) {
  say("cancelled");
}
//> finally
//> cancelled

// %% [markdown]
// ## Blocking the loop
//
// A heartbeat is due every 20 ms, and a call blocks for 100 ms: on the loop, and in the executor.
//
// **Ask:** draw two bars: how long is the longest pause between two beats?
// %%
System.out.println(
    ExperimentCell.chart(new BlockingTheLoopTiming(), "blocking=100"));
//> The longest pause between two heartbeats
//> ...Java, loop...
//> ...
// %%
loop.close();
/exit
