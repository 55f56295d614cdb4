// %% [markdown]
// # 05 Conditions
//
// A queue has room for five items. What happens to the sixth?
//
// Fifteen minutes, live. Before each cell there is a question: let the room answer, then run it.
// %%
import _05_conditions.*;
import _05_conditions.lab.QueueOccupancy;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import workbook.Scenario;
import workbook.Await;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## The sixth item
//
// A queue with room for five items, and five items in it.
//
// **Ask:** another thread puts a sixth. What state is that thread in? `RUNNABLE`, `BLOCKED`,
// `WAITING`?
// %%
var items = new ArrayDeque<Integer>();
var queue = new BoundedQueue<>(5, items);
for (var item = 1; item <= 5; item++) queue.put(item);
var sixth = Thread.ofPlatform().start(() -> {
  try {
    queue.put(6);
  } catch (InterruptedException e) {
    System.out.println("interrupted");
  }
});
Await.until("it waits", () -> sixth.getState() == Thread.State.WAITING);
System.out.println(sixth.getState() + ", " + items);
//> WAITING, [1, 2, 3, 4, 5]

// %% [markdown]
// It sleeps inside `put`, in `notFull.await()`.
//
// **Ask:** `put` has taken the lock, and `take` needs the same lock. Can we take an item now? And
// what's in the queue then?
// %%
System.out.println("took " + queue.take());
sixth.join();
System.out.println(items);
//> took 1
//> [2, 3, 4, 5, 6]

// %% [markdown]
// `await` gave the lock back before it fell asleep, so `take` could have it. Our `take` signalled
// `notFull`, and the thread that slept put its item into the free place.
//
// ## The last item
//
// Two workers, 50 items, a queue of 5. An item that says "there won't be any more" ends a worker: a
// poison pill. Java's blocking queues refuse `null`, so -1 is the pill.
//
// **Ask:** how many pills are needed?
// %%
var work = new ArrayBlockingQueue<Integer>(5);
var done = new AtomicInteger();
Thread worker() {
  return Thread.ofPlatform().start(() -> {
    try {
      while (work.take() >= 0) done.incrementAndGet();
    } catch (InterruptedException e) {
      System.out.println("interrupted");
    }
  });
}
var workers = List.of(worker(), worker());
long alive() {
  return workers.stream().filter(Thread::isAlive).count();
}
for (var item = 0; item < 50; item++) work.put(item);
work.put(-1);
Await.until("one has ended", () -> alive() == 1);
Await.until("all is done", () -> done.get() == 50);
System.out.println(done + " done, " + alive() + " alive");
//> 50 done, 1 alive

// %% [markdown]
// One pill, one worker. **Ask:** what about the other? Does it notice that all the work is done?
// %%
work.put(-1);
for (var each : workers) each.join();
System.out.println(alive() + " alive");
//> 0 alive

// %% [markdown]
// No: it would have waited for ever.
//
// **Ask:** one thread puts as fast as it can, two workers take, and work on each item. How many items
// are in the queue, most of the time? Draw it.
// %%
System.out.println(ExperimentCell.chart(new QueueOccupancy(), "items=30"));
//> Items in the queue
//> ...queue

// %% [markdown]
// The slower side sets the pace. Here that's the workers, so the queue is full and the producer
// waits.
//
// ## If, or while
//
// Two guests take, a cook puts twice. A guest who finds nothing waits: `if (items.isEmpty()) await();`
//
// **Ask:** what can go wrong?
// %%
String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}
System.out.println(explore(IfForWhile.Broken.class));
//> an exception was thrown: ...NoSuchElementException

// %% [markdown]
// A guest is woken, but another guest, who never waited, gets to the table first.
//
// **Ask:** changing one word mends it. Which one?
// %%
System.out.println(explore(IfForWhile.Mended.class));
//> holds in ...

// %% [markdown]
// ## One bell for two reasons
//
// A tray has room for one plate. Guests wait for a plate, the cook waits for room, and all of them
// wait for the same bell. Whoever changes something rings with `signal()`.
//
// **Ask:** does everybody get served in the end?
// %%
System.out.println(explore(SharedCondition.Broken.class));
//> lost wake-up: ...

// %% [markdown]
// The ring that was meant for the cook woke a guest. **Ask:** can you think of two ways to mend it?
// %%
System.out.println(explore(SharedCondition.Mended.class));
//> holds in ...

// %% [markdown]
// That was `signalAll()`. The other way is a condition for each reason to wait, as in
// `BoundedQueue`.
//
// ## A mistake
//
// A gate opens, and everybody who waits is signalled. Then we arrive and wait for the signal, 100 ms
// at most.
//
// **Ask:** does `await` return true?
// %%
var lock = new ReentrantLock();
var opened = lock.newCondition();
var open = false;
void openGate() {
  lock.lock();
  try {
    open = true;
    opened.signalAll();
  } finally {
    lock.unlock();
  }
}
openGate();
lock.lock();
try {
  var signalled = opened.await(100, TimeUnit.MILLISECONDS);
  System.out.println("signalled: " + signalled);
} finally {
  lock.unlock();
}
//> signalled: false

// %% [markdown]
// A condition remembers no signal.
//
// **Ask:** so what does remember? How should we have waited? Type it, and try it.
// %% [markdown]
// The variable does. Look at it first, and wait only while it says no.
// %%
lock.lock();
try {
  while (!open) opened.await();
  System.out.println("passed");
} finally {
  lock.unlock();
}
//> passed

// %% [markdown]
// **Ask:** one last question. What if we wait without holding the lock?
// %%
opened.await();
//> |  Exception java.lang.IllegalMonitorStateException...

// %% [markdown]
// The form that never changes: lock, *while* not so, await, do, signal, unlock.
// %%
/exit
