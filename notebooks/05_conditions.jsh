// %% [markdown]
// # 05 Conditions
//
// A queue has five places. How does the sixth item wait?
//
// Fifteen minutes, live. Before each cell there is a question: let the room answer, then run it.
// %%
import _05_conditions.*;
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
// A queue of five places, and five items in it.
//
// **Ask:** another thread puts a sixth. What is its state? `RUNNABLE`, `BLOCKED`, `WAITING`?
// %%
var queue = new BoundedQueue<Integer>(5);
for (var item = 1; item <= 5; item++) queue.put(item);
var sixth = Thread.ofPlatform().start(() -> {
  try {
    queue.put(6);
  } catch (InterruptedException e) {
    System.out.println("called off");
  }
});
Await.until("it waits", () -> sixth.getState() == Thread.State.WAITING);
System.out.println(
    sixth.getState() + ", " + queue.size() + " in the queue");
//> WAITING, 5 in the queue

// %% [markdown]
// It sleeps inside `put`, in `notFull.await()`. And it does not hold the lock, or we could not have
// asked for the size.
//
// **Ask:** we take one item. How many are in the queue then?
// %%
System.out.println("took " + queue.take());
sixth.join();
System.out.println(queue.size() + " in the queue");
//> took 1
//> 5 in the queue

// %% [markdown]
// Our `take` signalled `notFull`, and the sleeper put its item into the free place.
//
// ## A pill for each worker
//
// Two workers, 50 items, a queue of 5. `null` is not allowed in Java's queues, so -1 is the pill.
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
      System.out.println("called off");
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
// One pill, one worker. **Ask:** what about the other? Does it see that all is done?
// %%
work.put(-1);
for (var each : workers) each.join();
System.out.println(alive() + " alive");
//> 0 alive

// %% [markdown]
// It would have waited for ever.
//
// **Ask:** one thread puts as fast as it can, two workers take, and each item means some work. How
// many items are in the queue, most of the time? Draw it.
// %%
System.out.println(ExperimentCell.chart(new FivePlaces(), "items=30"));
//> The queue fills up, and stays full
//> ...queue

// %% [markdown]
// Whoever is slower decides: here the workers, so the queue is full.
//
// ## If, or while
//
// Two guests take, a cook puts twice. A guest who finds nothing waits: `if (items.isEmpty()) await();`
//
// **Ask:** what can go wrong? Nobody takes more than there is, or do they?
// %%
String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}
System.out.println(explore(IfForWhile.Broken.class));
//> an exception was thrown: ...NoSuchElementException

// %% [markdown]
// A guest is woken, but another guest who has not waited is first at the table.
//
// **Ask:** one word mends it. Which?
// %%
System.out.println(explore(IfForWhile.Mended.class));
//> holds in all ... schedules with at most 2 preemptions

// %% [markdown]
// ## One bell for two reasons
//
// A tray has room for one plate. Guests wait for a plate, the cook waits for room, and all of them
// wait for the same bell. Whoever changes something rings with `signal()`.
//
// **Ask:** does everybody get on?
// %%
System.out.println(explore(SharedCondition.Broken.class));
//> lost wake-up: ...

// %% [markdown]
// The ring for the cook woke a guest. **Ask:** two ways to mend it?
// %%
System.out.println(explore(SharedCondition.Mended.class));
//> holds in all ... schedules with at most 2 preemptions

// %% [markdown]
// That was `signalAll()`. The other way: a condition for each reason, as in `BoundedQueue`.
//
// ## A mistake
//
// A gate is opened, and the signal given. Then we come and wait for it, 100 ms at most.
//
// **Ask:** does `await` return true?
// %%
var lock = new ReentrantLock();
var opened = lock.newCondition();
var open = false;
void openGate() {
  lock.lock();
  open = true;
  opened.signalAll();
  lock.unlock();
}
openGate();
lock.lock();
var signalled = opened.await(100, TimeUnit.MILLISECONDS);
System.out.println("signalled: " + signalled);
lock.unlock();
//> signalled: false

// %% [markdown]
// A condition remembers no signal.
//
// **Ask:** what does remember? How must we wait, then? Type it, and try.
// %% [markdown]
// The variable does. First look, and wait only while it says no.
// %%
lock.lock();
while (!open) opened.await();
System.out.println("passed");
lock.unlock();
//> passed

// %% [markdown]
// **Ask:** last question. Who can do without the lock?
// %%
opened.await();
//> |  Exception java.lang.IllegalMonitorStateException...

// %% [markdown]
// The form that never changes: lock, *while* not so, await, do, signal, unlock.
// %%
/exit
