// %% [markdown]
// # 09 Futures
//
// A task throws in a pool. Who hears of it?
//
// Fifteen minutes, live. Before each cell there is a question: let the room answer, then run it.
// %%
import _09_futures.*;
import _09_futures.lab.PoolAndFutureTimeline;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import workbook.Await;
import workbook.Scenario;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## A task that throws
//
// A pool gets a task that throws. A handler for uncaught exceptions is set for all its threads.
//
// **Ask:** is the handler told when we use `execute`? And with `submit`?
// %%
var told = new LinkedBlockingQueue<String>();
var loud = Thread.ofPlatform().uncaughtExceptionHandler(
    (_, failure) -> told.add(failure.getMessage())).factory();
var pool = Executors.newFixedThreadPool(1, loud);
Runnable save = () -> {
  throw new IllegalStateException("the disk is full");
};
pool.execute(save);
System.out.println("execute: " + told.take());
var saving = pool.submit(save);
Await.until("it is done", saving::isDone);
System.out.println("submit: " + told);
//> execute: the disk is full
//> submit: []

// %% [markdown]
// With `submit`, the future keeps the exception.
//
// **Ask:** how do we get it out? What is thrown, and in which thread?
// %%
System.out.println(saving.state());
var me = Thread.currentThread();
try {
  saving.get();
} catch (ExecutionException failed) {
  System.out.println(failed.getCause());
  System.out.println("in our thread: " + (Thread.currentThread() == me));
}
//> FAILED
//> java.lang.IllegalStateException: the disk is full
//> in our thread: true

// %% [markdown]
// ## Who waits?
//
// Main submits ten tasks to three workers, asks each future whether it is done, asks each for its
// result, and calls `shutdown()`.
//
// **Ask:** which of these four calls waits?
// %%
System.out.println(ExperimentCell.chart(new PoolAndFutureTimeline()));
//> What main does
//> ...get()...

// %% [markdown]
// ## Which thread?
//
// A stage is attached to a future that is done already.
//
// **Ask:** which thread runs it? The pool's, main's, or another?
// %%
var done = CompletableFuture.supplyAsync(() -> 20, pool);
done.join();
var mine = done.thenApply(_ -> Thread.currentThread() == me);
System.out.println("main's: " + mine.join());
//> main's: true

// %% [markdown]
// The one that attaches it: there is nobody else.
//
// **Ask:** and with `thenApplyAsync`?
// %%
var where = done.thenApplyAsync(_ -> Thread.currentThread().getName());
System.out.println(where.join());
//> ForkJoinPool.commonPool-worker-...

// %% [markdown]
// ## Stop!
//
// A task counts for ever and never looks at its interrupt. We cancel its future.
//
// **Ask:** does the counting stop? What does `isDone()` say?
// %%
var counting = new CancelledTask.NeverLooks();
var future = pool.submit(counting);
counting.begun.await();
System.out.println(future.cancel(true) + ", done: " + future.isDone());
var before = counting.steps.get();
Await.until("it goes on", () -> counting.steps.get() > before);
System.out.println("it goes on");
counting.release();
//> true, done: true
//> it goes on

// %% [markdown]
// The future is cancelled; the thread is only asked. A task must look.
//
// ## Tasks that wait for tasks
//
// A pool of two workers. Each of two tasks submits another task to the same pool, and waits for it.
//
// **Ask:** what can go wrong?
// %%
String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}
System.out.println(explore(NestedTasks.Broken.class));
//> deadlock: no thread can go on

// %% [markdown]
// Both workers wait, and what they wait for is in the queue.
//
// **Ask:** how would you write it so that no worker waits?
// %%
System.out.println(explore(NestedTasks.Mended.class));
//> holds in ...

// %% [markdown]
// ## A mistake
//
// Two servers answer the same question. Whoever finds the future not yet done completes it, and is
// paid.
//
// **Ask:** can both be paid? Which line would you change? Type it, and try it.
// %%
var answer = new CompletableFuture<String>();
var first = !answer.isDone();
var second = !answer.isDone();
if (first) answer.complete("A");
if (second) answer.complete("B");
System.out.println(first + " " + second + " " + answer.join());
//> true true A

// %% [markdown]
// `complete` says itself who was first: check and act are one step.
//
// **Ask:** what do these two calls return? Does it hold in every schedule?
// %%
var race = new CompletableFuture<String>();
System.out.println(race.complete("A") + " " + race.complete("B"));
System.out.println(explore(FirstAnswer.Mended.class));
//> true false
//> holds in ...

// %% [markdown]
// **Ask:** one last question. The pool is shut down, and somebody submits a task. Where does that
// task go?
// %%
pool.shutdown();
pool.submit(save);
//> |  Exception java.util.concurrent.RejectedExecutionException...

// %% [markdown]
// Nowhere, and the caller is told. Keep what `submit` returns, and ask.
// %%
pool.close();
/exit
