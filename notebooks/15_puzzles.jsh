// %% [markdown]
// # 15 Puzzles
//
// Three philosophers, three forks. Does everybody eat?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _15_puzzles.*;
import _15_puzzles.lab.StarvationTrial;
import java.util.concurrent.*;
import workbook.Scenario;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;

String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}

// %% [markdown]
// ## Forks
//
// Three people at a round table, a pen between each pair. Let three students play it: each takes the
// pen on the left, then the one on the right, writes a word, and puts both back.
//
// **Ask:** can all three wait for ever?
// %%
System.out.println(explore(Philosophers.Broken.class));
//> deadlock: ...

// %% [markdown]
// **Ask:** the pens are numbered, and everybody takes the lower number first. Now?
// %%
System.out.println(explore(Philosophers.Mended.class));
//> holds in ...

// %% [markdown]
// Two students still take the left pen first, and the third the right one. There's no circle any
// more.
//
// **Ask:** a waiter hands out the forks, in one `synchronized` method: he waits for the left one, then
// for the right one. Is that enough?
// %%
System.out.println(explore(BothForks.Broken.class));
//> lost wake-up: ...

// %% [markdown]
// `wait()` lets the next one in, and the fork stays taken.
//
// **Ask:** what should somebody hold who waits?
// %%
System.out.println(explore(BothForks.Mended.class));
//> holds in ...

// %% [markdown]
// Nothing.
//
// ## Permits
//
// A semaphore begins with one permit. We call `release()` without having called `acquire()`.
//
// **Ask:** an exception, or two permits?
// %%
var keys = new Semaphore(1);
keys.release();
System.out.println(keys.availablePermits() + " permits");
//> 2 permits

// %% [markdown]
// A semaphore has no owner, and no upper bound.
//
// **Ask:** so what's it good for that a lock isn't? Two threads: one prints A, one prints B. How do you
// make sure that A comes first?
// %%
var printedA = new Semaphore(0);
var b = Thread.ofPlatform().start(() -> {
  printedA.acquireUninterruptibly();
  System.out.print("B");
});
System.out.print("A");
printedA.release();
b.join();
System.out.println();
//> A...B...

// %% [markdown]
// One thread waits, and another says when.
//
// **Ask:** three threads print A, B and C, and all take the same semaphore with one permit. What's
// printed?
// %%
System.out.println(explore(PrintInTurn.Broken.class));
//> a check failed: main: printed BAC

// %% [markdown]
// One at a time isn't the same as in order.
//
// ## A mistake
//
// A bathroom with a key. Somebody is interrupted while waiting for it.
//
// **Ask:** how many keys are there afterwards?
// %%
var key = new Semaphore(1);
void visit() throws InterruptedException {
  try {
    key.acquire();
  } finally {
    key.release();
  }
}
try {
  Thread.currentThread().interrupt();
  visit();
} catch (InterruptedException e) {
  System.out.println("called away");
}
System.out.println(key.availablePermits() + " keys");
//> called away
//> 2 keys

// %% [markdown]
// **Ask:** which line has to move, and where?
// %%
var key = new Semaphore(1);
void visit() throws InterruptedException {
  key.acquire();
  try {
    System.out.println("inside");
  } finally {
    key.release();
  }
}
try {
  Thread.currentThread().interrupt();
  visit();
} catch (InterruptedException e) {
  System.out.println("called away");
}
System.out.println(key.availablePermits() + " key");
//> called away
//> 1 key

// %% [markdown]
// ## Who waits for ever?
//
// A writer waits for a reader to leave. Readers keep coming, each before the last one has left, and no
// reader waits unless somebody writes.
//
// **Ask:** ten readers come. How many of them get in before the writer?
// %%
System.out.println(
    ExperimentCell.chart(new StarvationTrial(), "readers=10"));
//> Readers that came while the writer waited
//> ...before it ... 10 ... overtake the...

// %% [markdown]
// All of them. And if readers let a waiting writer go first, it's the readers who may starve.
//
// **Ask:** in which of the puzzles today would there be nothing to solve if nobody shared, or nobody
// changed anything?
// %%
System.out.println(explore(Portions.Mended.class));
System.out.println(explore(PriceTag.Mended.class));
//> holds in ...
//> holds in ...
// %%
/exit
