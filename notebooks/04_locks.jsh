// %% [markdown]
// # 04 Locks
//
// Can you see x from one point and y from another?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _04_locks.*;
import _04_locks.lab.DeadlockByOrder;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import workbook.Scenario;
import workbook.Await;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## By hand
//
// A point moves from (10, 20) to (15, 10): two writes. Somebody looks: two reads.
//
// **Ask:** where can the reader see the point?
// %%
int x = 10, y = 20;
x = 15;
System.out.println("(" + x + ", " + y + ")");
y = 10;
//> (15, 20)

// %% [markdown]
// The point was never there. The reader came between the two writes.
//
// ## Every order of steps
//
// Does this happen with threads, too? We could try a million times and hope. Or we let the explorer
// run the code in one order after another.
//
// **Ask:** two writes, two reads. Is there an order in which the reader sees a place where the point
// never was?
// %%
String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}
System.out.println(explore(TornPoint.Broken.class));
//> a check failed: ...the point was never at Pair[x=15, y=20]

// %% [markdown]
// "Then lock the writer," says somebody. "The reader changes nothing."
//
// **Ask:** is that enough?
// %%
System.out.println(explore(TornPoint.HalfMended.class));
//> a check failed: ...the point was never at Pair[x=15, y=20]

// %% [markdown]
// A lock holds back only those who ask for it. The reader doesn't ask.
//
// **Ask:** and if both lock?
// %%
System.out.println(explore(TornPoint.Mended.class));
//> holds in ...

// %% [markdown]
// ## Before and after the lock
//
// One thread writes a message, and then says under a lock that it's ready. The other looks under the
// lock whether it's ready, and then reads the message without the lock.
//
// **Ask:** can it find that it's ready, and still read an old message?
// %%
System.out.println(explore(Publication.Mended.class));
//> holds in ...

// %% [markdown]
// An unlock *happens-before* each later lock of the same lock. Whatever was written before the unlock
// can be seen after the lock, and that includes the message.
//
// **Ask:** and if the reader looks without the lock?
// %%
System.out.println(explore(Publication.Broken.class));
//> a check failed: ...ready, but the message was 0

// %% [markdown]
// ## Asking for what you hold
//
// **Ask:** this thread takes the same lock twice. Does it hang?
// %%
var again = new ReentrantLock();
again.lock();
again.lock();
System.out.println("held " + again.getHoldCount() + " times");
//> held 2 times

// %% [markdown]
// **Ask:** we call `unlock()` once. Is it free now?
// %%
again.unlock();
System.out.println(again.isLocked());
again.unlock();
System.out.println(again.isLocked());
//> true
//> false

// %% [markdown]
// **Ask:** and with another kind of lock? (We give up after 100 ms. `lock()` wouldn't.)
// %%
var strict = new StampedLock().asWriteLock();
strict.lock();
System.out.println("again: " + strict.tryLock(100, TimeUnit.MILLISECONDS));
strict.unlock();
//> again: false

// %% [markdown]
// That's the smallest deadlock there is: one thread, one lock.
//
// ## Two locks, two orders
//
// Thread one takes A and asks for B. Thread two takes B and asks for A. A latch makes sure that each
// holds one lock before it asks for the other.
//
// **Ask:** what does Java do about it?
// %%
var a = new ReentrantLock();
var b = new ReentrantLock();
var bothHoldOne = new CountDownLatch(2);
FutureTask<String> takeBoth(String name, Lock first, Lock second) {
  return new FutureTask<>(() -> {
    try {
      first.lockInterruptibly();
      try {
        bothHoldOne.countDown();
        bothHoldOne.await();
        second.lockInterruptibly();
        second.unlock();
        return name + " has both";
      } finally {
        first.unlock();
      }
    } catch (InterruptedException e) {
      return name + " gives up";
    }
  });
}
var first = takeBoth("one", a, b);
var second = takeBoth("two", b, a);
var one = Thread.ofPlatform().name("one").start(first);
var two = Thread.ofPlatform().name("two").start(second);
Await.until(
    "both wait", () -> b.hasQueuedThread(one) && a.hasQueuedThread(two));
System.out.println(one.getState() + " and " + two.getState());
//> WAITING and WAITING

// %% [markdown]
// Nothing. It lets them wait.
//
// **Ask:** could Java know that they'd wait for ever?
// %%
var beans = java.lang.management.ManagementFactory.getThreadMXBean();
for (var id : beans.findDeadlockedThreads()) {
  var info = beans.getThreadInfo(id);
  System.out.println(
      info.getThreadName() + " waits for " + info.getLockOwnerName());
}
//> ... waits for ...
//> ... waits for ...

// %% [markdown]
// It can find out, if somebody asks.
//
// **Ask:** we interrupt `two`. What becomes of the two threads?
// %%
two.interrupt();
System.out.println(second.get());
System.out.println(first.get());
//> two gives up
//> one has both

// %% [markdown]
// **Ask:** draw a line for each thread: when does it wait? Then draw both lines again, with A first for
// both.
// %%
System.out.println(
    ExperimentCell.chart(new DeadlockByOrder(), "watch=100"));
//> Who waits, and who has both locks
//> ...got both

// %% [markdown]
// The cure is an order. Ann pays Bob while Bob pays Ann. The first program locks in the order of the
// payment, the second in the order of the account numbers.
//
// **Ask:** which of the two orders helps?
// %%
System.out.println(explore(LockOrder.Broken.class));
System.out.println(explore(LockOrder.Mended.class));
//> deadlock: ...
//> holds in ...

// %% [markdown]
// The account numbers are the same for everybody. Who pays and who's paid isn't.
//
// ## A mistake
//
// A purse holds 10. We ask for 20, and get an exception.
//
// **Ask:** who can take 4 after that?
// %%
var purse = new ReentrantLock();
var money = 10;
void take(int amount) {
  purse.lock();
  if (amount > money) throw new IllegalStateException("only " + money);
  money -= amount;
  purse.unlock();
}
try {
  take(20);
} catch (IllegalStateException e) {
  System.out.println(e.getMessage());
}
System.out.println("locked: " + purse.isLocked());
//> only 10
//> locked: true

// %% [markdown]
// Nobody but this thread, and it doesn't know that it still holds the lock.
//
// **Ask:** where does `unlock()` belong?
// %% [markdown]
// In a `finally`, so that it's reached whatever happens. And `lock()` belongs before the `try`: you can't
// release what you never took.
// %%
purse.unlock();
void take(int amount) {
  purse.lock();
  try {
    if (amount > money) throw new IllegalStateException("only " + money);
    money -= amount;
  } finally {
    purse.unlock();
  }
}
try {
  take(20);
} catch (IllegalStateException e) {
  System.out.println(e.getMessage());
}
System.out.println("locked: " + purse.isLocked());
//> only 10
//> locked: false

// %% [markdown]
// ## Which lock?
//
// Two doors lead into a house. Whoever enters locks the door and is counted.
//
// **Ask:** nobody counts without holding a lock. Can somebody be missed?
// %%
System.out.println(explore(TwoDoors.Broken.class));
//> a check failed: ...expected 2 visitors, saw 1

// %% [markdown]
// Two doors, two locks, one number.
//
// **Ask:** which lock would do?
// %%
System.out.println(explore(TwoDoors.Mended.class));
//> holds in ...

// %% [markdown]
// Any lock, as long as both doors use the same one. The rule: a lock belongs to data, and everybody who
// reads or writes the data takes that lock.
// %%
/exit
