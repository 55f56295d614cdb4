// %% [markdown]
// # 03 Races
//
// Five threads add a million each. What is the sum?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _03_races.AtomicCounting;
import _03_races.Counting;
import _03_races.LockedCounting;
import _03_races.ReadyFlag;
import _03_races.UnguardedCounting;
import _03_races.lab.LostUpdatesSweep;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import workbook.Scenario;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## By hand
//
// `count++` is three steps: read, add, write. Ann and Bob each add one, and both read before either
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
// One update is lost. It took no thread: the *order of the steps* loses it.
//
// ## Five threads, a million each
//
// **Ask:** what's the sum? Write it down. Will it be the same twice?
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
// Some sums may be right! Once the JVM has warmed up, the JIT compiler turns the whole loop into a
// single addition, and five additions seldom collide. `run races/warmed-up` shows what happens when
// they do.
//
// ## No luck needed
//
// A barrier stands between reading and writing: nobody writes before both have read.
//
// **Ask:** two threads add 1,000 each. What do they count?
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
// "Then use an `AtomicInteger`," says somebody, and changes two lines.
//
// **Ask:** does that mend it?
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
// `get` is one step, and `set` is one step. Together they're two, and the other thread fits in
// between.
//
// **Ask:** which single call does both?
// %% [markdown]
// `incrementAndGet()`. Nobody can get in between, because there's no in-between.
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
  var sum = addByFive(new UnguardedCounting.Volatile());
  System.out.println("volatile " + sum);
}

// %% [markdown]
// Whenever two threads saw the same latest value, both wrote the same next one.
//
// **Ask:** read, add and write must become one step. Name two ways.
// %%
System.out.println("lock " + addByFive(new LockedCounting.Reentrant()));
System.out.println("atomic " + addByFive(new AtomicCounting.OneNumber()));
//> lock 5000000
//> atomic 5000000

// %% [markdown]
// **Ask:** another loop pauses between reading and writing. What share of its updates is lost with
// two threads, and with four? Draw the line. And the lines of the six other ways?
// %%
System.out.println(
    ExperimentCell.chart(
        new LostUpdatesSweep(), "threads=4", "increments=200000"));
//> Updates lost, by number of threads
//> ...threads...

// %% [markdown]
// The longer a thread sits on what it has read, the more others write meanwhile.
//
// ## Data, then a flag
//
// So what is `volatile` good for? One thread writes `data = 42`, then `ready = true`. Both fields are
// plain. The other thread looks at `ready`, and if it's set, at `data`.
//
// **Ask:** can it see the flag set, and the data still 0?
// %%
String explored(Class<? extends Scenario> program) {
  return Explorer.explore(Subject.of(program), Budget.DEFAULT).says();
}
System.out.println(explored(ReadyFlag.Broken.class));
//> a check failed: main: the flag was set, but the data was 0

// %% [markdown]
// Nothing orders what the two threads do, so the reader may see an old value.
//
// **Ask:** which of the two fields must be `volatile`?
// %%
System.out.println(explored(ReadyFlag.Mended.class));
//> holds in ...

// %% [markdown]
// The flag. Its write *happens-before* the read that sees it, and the data rides along: that's what
// publishing means. A lock publishes, too.
//
// ## Two buyers, one ticket
//
// The booth checks, then sells. Both buyers come, and the booth checks for both before it sells.
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
// What the booth saw was true when it looked. When it acted, it wasn't any more.
//
// **Ask:** how do checking and selling become one step?
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
// The rule: what several threads change needs one lock, or one call that does it all.
// %%
/exit
