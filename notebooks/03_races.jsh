// %% [markdown]
// # 03 Races
//
// Five threads add a million each. What is the sum?
//
// Fifteen minutes, live. Before each cell there is a question: let the room answer, then run it.
// %%
import _03_races.AtomicCounting;
import _03_races.Counting;
import _03_races.LockedCounting;
import _03_races.UnguardedCounting;
import _03_races.lab.LostUpdatesSweep;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## By hand
//
// `count++` is three steps: read, add, write. Ann and Bob each add one, and read before the other
// writes.
//
// **Ask:** what is the count?
// %%
var count = 0;
var annRead = count;
var bobRead = count;
count = annRead + 1;
count = bobRead + 1;
System.out.println(count);
//> 1

// %% [markdown]
// One update is lost. No thread was needed: it is the *order of steps* that loses it.
//
// ## Five threads, a million each
//
// **Ask:** write down the sum. Will it be the same twice?
// %%
long addByFive(Counting shared) throws InterruptedException {
  var all = new ArrayList<Thread>();
  for (var t = 0; t < 5; t++) {
    all.add(new Thread(() -> shared.add(1_000_000)));
  }
  for (var thread : all) thread.start();
  for (var thread : all) thread.join();
  return shared.total();
}
for (var run = 1; run <= 5; run++) {
  System.out.println("plain " + addByFive(new UnguardedCounting.Plain()));
}

// %% [markdown]
// Some sums may be right! Once warmed up, the JIT makes the whole loop one addition, and five
// additions seldom meet. `run races/warmed-up` shows what happens when they do.
//
// ## No luck needed
//
// A barrier between reading and writing: both have read before either writes.
//
// **Ask:** two threads add 1,000 each. What is the total?
// %%
void inTwoThreads(Callable<Void> body) throws Exception {
  try (var pool = Executors.newFixedThreadPool(2)) {
    for (var ended : pool.invokeAll(List.of(body, body))) ended.get();
  }
}
var meet = new CyclicBarrier(2);
var total = new int[1];
inTwoThreads(() -> {
  for (var i = 0; i < 1_000; i++) {
    var read = total[0];
    meet.await();
    total[0] = read + 1;
    meet.await();
  }
  return null;
});
System.out.println(total[0]);
//> 1000

// %% [markdown]
// ## A mistake
//
// "Then take an `AtomicInteger`", says somebody, and changes two lines.
//
// **Ask:** is it mended?
// %%
var atomic = new AtomicInteger();
inTwoThreads(() -> {
  for (var i = 0; i < 1_000; i++) {
    var read = atomic.get();
    meet.await();
    atomic.set(read + 1);
    meet.await();
  }
  return null;
});
System.out.println(atomic.get());
//> 1000

// %% [markdown]
// `get` is one step and `set` is one step. Together they are two, and somebody stands between them.
//
// **Ask:** which one call does both?
// %% [markdown]
// `incrementAndGet()`. Nobody can come between, because there is no between.
// %%
atomic.set(0);
inTwoThreads(() -> {
  for (var i = 0; i < 1_000; i++) {
    meet.await();
    atomic.incrementAndGet();
    meet.await();
  }
  return null;
});
System.out.println(atomic.get());
//> 2000

// %% [markdown]
// ## Is volatile enough?
//
// **Ask:** `volatile` makes every read see the latest write. Vote: is the sum 5,000,000?
// %%
for (var run = 1; run <= 5; run++) {
  System.out.println("volatile " + addByFive(new UnguardedCounting.Volatile()));
}

// %% [markdown]
// Where two threads saw the same latest value, both wrote the same next one.
//
// **Ask:** the three steps must belong together. Name two ways.
// %%
System.out.println("lock " + addByFive(new LockedCounting.Reentrant()));
System.out.println("atomic " + addByFive(new AtomicCounting.OneNumber()));
//> lock 5000000
//> atomic 5000000

// %% [markdown]
// **Ask:** one more loop pauses between reading and writing. Which share of its updates is lost with
// two threads, and with four? Draw it. And the lines of all the others?
// %%
System.out.println(
    ExperimentCell.chart(
        new LostUpdatesSweep(), "threads=4", "increments=200000"));
//> Updates lost, by number of threads
//> ...threads...

// %% [markdown]
// The longer a thread holds what it has read, the surer somebody else writes meanwhile.
//
// ## Two buyers, one ticket
//
// The booth looks, then sells. Both buyers look first.
//
// **Ask:** how many tickets are left?
// %%
var left = new AtomicInteger(1);
inTwoThreads(() -> {
  var seen = left.get();
  meet.await();
  if (seen > 0) left.decrementAndGet();
  return null;
});
System.out.println("left " + left.get());
//> left -1

// %% [markdown]
// What the booth saw was true when it looked.
//
// **Ask:** how do looking and selling become one step?
// %%
left.set(1);
var sold = new AtomicInteger();
inTwoThreads(() -> {
  meet.await();
  if (left.compareAndSet(1, 0)) sold.incrementAndGet();
  return null;
});
System.out.println("sold " + sold.get() + ", left " + left.get());
//> sold 1, left 0

// %% [markdown]
// The rule: what several threads change belongs to one lock, or to one call that does it all.
// %%
/exit
