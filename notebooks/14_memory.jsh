// %% [markdown]
// # 14 Memory
//
// A flag is set. Does the loop see it?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _14_memory.*;
import _14_memory.lab.StoreBufferingTrials;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.Consumer;
import workbook.Scenario;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;

String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}

// %% [markdown]
// ## A flag
//
// A worker loops until `stop` is true. Another thread sets it. The flag is `volatile`.
//
// **Ask:** does the worker see it?
// %%
var flag = new StopFlag.Mended();
var worker = CompletableFuture.supplyAsync(() -> flag.work(Long.MAX_VALUE));
flag.stop();
System.out.println("stopped: " + worker.get());
//> stopped: true

// %% [markdown]
// It does. Every round has to look.
//
// **Ask:** and if it's a plain flag? What does the explorer say?
// %%
System.out.println(explore(StopFlag.Broken.class));
//> data race: T1 and T2 use stop with nothing that orders them

// %% [markdown]
// Nothing orders the write before the reads. The compiler may read the flag once, and never again. Run
// `memory/stop-flag` to see whether yours does.
//
// ## A chain
//
// One thread writes 42 and tells a second, which tells a third. Each tells by a flag, but the second flag
// is plain.
//
// **Ask:** can the third be told, and see 0?
// %%
System.out.println(explore(PassedOn.Broken.class));
//> a check failed: main: expected 42, saw 0

// %% [markdown]
// One link is missing.
//
// **Ask:** which fields must be `volatile`? The data, too?
// %%
System.out.println(explore(PassedOn.Mended.class));
//> holds in ...

// %% [markdown]
// Both flags, and nothing else. Data ride along.
//
// ## Who was second?
//
// Left: `x = 1`, then it reads y. Right: `y = 1`, then it reads x. Whoever is second must see a 1.
//
// **Ask:** can both see 0? On this very machine?
// %%
var trials = new StoreBufferingTrials();
System.out.println(ExperimentCell.chart(trials, "trials=20000"));

// %% [markdown]
// There may be no second. A processor keeps what it writes in a buffer for a while, where only its own
// thread sees it.
//
// **Ask:** can it happen with `volatile`, if we only wait long enough?
// %%
System.out.println(explore(StoreBuffering.Broken.class));
System.out.println(explore(StoreBuffering.Mended.class));
//> a check failed: ...neither saw what the other had written
//> holds in ...

// %% [markdown]
// No. All `volatile` accesses are in one order, which all threads agree on.
//
// ## An object
//
// A constructor sets a number to 42. The object is stored in a plain field, where another thread finds it.
//
// **Ask:** which number does the other thread see?
// %%
System.out.println(explore(HandedOut.Broken.class));
System.out.println(explore(HandedOut.Mended.class));
//> a check failed: ...expected 42, saw 0
//> holds in ...

// %% [markdown]
// 42, or 0. With a `volatile` field, or a final number, only 42.
//
// ## A mistake
//
// Somebody counts with `compareAndSet`. Ten tasks, a thousand times each.
//
// **Ask:** is it ten thousand?
// %%
int count(Consumer<AtomicInteger> addOne) throws Exception {
  var count = new AtomicInteger();
  try (var pool = Executors.newFixedThreadPool(2)) {
    for (int task = 0; task < 10; task++) {
      pool.execute(() -> {
        for (int n = 0; n < 1_000; n++) addOne.accept(count);
      });
    }
  }
  return count.get();
}
void once(AtomicInteger count) {
  int seen = count.get();
  count.compareAndSet(seen, seen + 1);
}
System.out.println(count(number -> once(number)) + " (at most 10000)");
System.out.println(explore(CasLoop.Broken.class));
//> ... (at most 10000)
//> a check failed: main: expected 2, saw 1

// %% [markdown]
// `compareAndSet` says whether it has written. Nobody listens.
//
// **Ask:** who mends it?
// %%
void untilDone(AtomicInteger count) {
  int seen;
  do {
    seen = count.get();
  } while (!count.compareAndSet(seen, seen + 1));
}
System.out.println(count(number -> untilDone(number)));
System.out.println(explore(CasLoop.Mended.class));
//> 10000
//> holds in ...

// %% [markdown]
// ## A card comes back
//
// Ace, queen, jack. Ann looks: the ace is on top, the queen below. Now Bob takes the ace and the queen,
// and puts the ace back. Ann compares: it's the ace, as before. She takes it, and leaves the queen on top.
//
// **Ask:** who has the queen?
// %%
System.out.println(explore(PileOfCards.Broken.class));
System.out.println(explore(PileOfCards.Mended.class));
//> a check failed: ...a card is there twice: ace, jack, queen, queen
//> holds in ...

// %% [markdown]
// Bob, and the pile. The same value doesn't mean that nothing has happened. A stamp that grows with every
// change tells the difference.
// %%
/exit
