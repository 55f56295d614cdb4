// %% [markdown]
// # 02 Threads
//
// Five threads say hello. In what order?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _02_threads.*;
import _02_threads.lab.*;
import java.util.concurrent.*;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## hello Bob
//
// You give a thread something to run. `start()` lets it run, and `join()` waits until it has ended.
//
// **Ask:** who prints the greeting: our thread, or another one?
// %%
var bob = new Thread(() -> System.out.println("hello Bob"));
bob.start();
bob.join();
//> hello Bob

// %% [markdown]
// Another one.
//
// Now a thread that is a class of its own. **Ask:** which line makes the thread run?
// %%
class Greeting extends Thread {
  @Override
  public void run() {
    System.out.println("hello Mike");
  }
}
var mike = new Greeting();
mike.start();
mike.join();
//> hello Mike

// %% [markdown]
// `start()`, again. A `Thread` that has only been created does nothing.
//
// ## A mistake
//
// Somebody finds `run()` in the class and calls it.
//
// **Ask:** which thread adds its name to the queue, the worker or this one?
// %%
var who = new ArrayBlockingQueue<String>(1);
var worker =
    new Thread(() -> who.add(Thread.currentThread().getName()), "worker");
worker.run();
System.out.println(who.take().equals("worker"));
//> false

// %% [markdown]
// No: `run()` is a plain call in *this* thread. Nothing runs at the same time.
//
// **Ask:** which word must change?
// %% [markdown]
// `start()`. It calls `run()`, but in a thread of its own.
// %%
worker.start();
System.out.println(who.take());
//> worker

// %% [markdown]
// ## In what order?
//
// **Ask:** five threads, started from 1 to 5, each adds its number. What does the list look like?
// %%
List<Integer> fiveThreads() throws InterruptedException {
  var heard = new ConcurrentLinkedQueue<Integer>();
  var all = new ArrayList<Thread>();
  for (var n = 1; n <= 5; n++) {
    var mine = n;
    all.add(new Thread(() -> heard.add(mine)));
  }
  for (var thread : all) thread.start();
  for (var thread : all) thread.join();
  return List.copyOf(heard);
}
for (var round = 1; round <= 5; round++) System.out.println(fiveThreads());

// %% [markdown]
// Every order is right and none is promised.
//
// **Ask:** is anything promised once `join()` has returned for all five?
// %%
System.out.println(fiveThreads().stream().sorted().toList());
//> [1, 2, 3, 4, 5]

// %% [markdown]
// All of them have spoken, once each, and we see what they wrote.
//
// ## One basket, or two?
//
// **Ask:** a thread puts an apple into the basket. Do we find it there?
// %%
var basket = new CopyOnWriteArrayList<String>();
var thread = new Thread(() -> basket.add("apple"));
thread.start();
thread.join();
System.out.println(basket);
//> [apple]

// %% [markdown]
// **Ask:** now a child process puts a pear into its basket. What is in the child's basket, and what
// in ours?
// %%
var child =
    CompletedProcess.of(JavaProcess.builder(SharedHeap.Child.class));
System.out.println("child: " + child.lines().getFirst());
System.out.println("ours:  " + basket);
//> child: [pear]
//> ours:  [apple]

// %% [markdown]
// ## Results as they are ready
//
// Two workers. The first task waits at a gate, and the second doesn't.
//
// **Ask:** which result does `take()` hand out first?
// %%
var gate = new CountDownLatch(1);
var pool = Executors.newFixedThreadPool(2);
var squares = new ExecutorCompletionService<Integer>(pool);
var slow = squares.submit(() -> { gate.await(); return 7 * 7; });
var quick = squares.submit(() -> 8 * 8);
System.out.println(squares.take().get());
//> 64

// %% [markdown]
// The slow one delays nobody.
//
// **Ask:** we open the gate. What does `take()` hand out now?
// %%
gate.countDown();
System.out.println(squares.take().get());
pool.close();
//> 49

// %% [markdown]
// **Ask:** three workers, ten numbers. The first number takes three times as long as the others.
// Draw three lines, one for each worker: who does what, and when?
// %%
System.out.println(ExperimentCell.chart(new PoolOfSquaresTrial()));
//> Which worker squared what, and when
//> ...worker-1...

// %% [markdown]
// ## Shutting down
//
// A pool with one worker. One task is at work, and three wait in the queue. Then somebody calls
// `shutdown()`.
//
// **Ask:** how many of the four tasks get done?
// %%
long done(java.util.function.Consumer<ExecutorService> by)
    throws InterruptedException {
  return PoolShutdown.by(by).after().stream()
      .filter(future -> future.state() == Future.State.SUCCESS)
      .count();
}
System.out.println(done(ExecutorService::shutdown));
//> 4

// %% [markdown]
// All of them: the pool takes no more, but it drops nothing.
//
// **Ask:** and with `shutdownNow()`? The task at work is waiting for a latch.
// %%
System.out.println(done(ExecutorService::shutdownNow));
//> 0

// %% [markdown]
// One was interrupted, and three never began. Nobody completes their futures: a `get()` without a
// limit would wait for ever.
//
// ## Sleepers
//
// **Ask:** ten thousand threads asleep at the same time, in this JVM, now. Will that work?
// %%
var sleepers =
    Sleepers.of(Thread.ofVirtual().factory(), 10_000, () -> {});
System.out.println(
    "%,d slept, %,d woke".formatted(sleepers.asleep(), sleepers.woken()));
//> 10,000 slept, 10,000 woke

// %% [markdown]
// Those were virtual threads: objects in the heap. `run threads/a-million-sleepers` compares them
// with the threads of the operating system.
//
// ## How a program ends
//
// A worker throws an exception, nobody catches it, and main ends as usual.
//
// **Ask:** what's its exit code?
// %%
var failed =
    CompletedProcess.of(
        JavaProcess.builder(Endings.class, "worker throws"));
System.out.println("exit code " + failed.code());
System.out.println(failed.lines().getFirst());
//> exit code 0
//> Exception in thread "worker" java.lang.IllegalStateException: the disk is full

// %% [markdown]
// A script that started this program believes that all went well.
//
// **Ask:** now main calls `get()` on the worker's future. What's the exit code?
// %%
var asked =
    CompletedProcess.of(
        JavaProcess.builder(Endings.class, "main asks"));
System.out.println("exit code " + asked.code());
//> exit code 1

// %% [markdown]
// If you want to know, you have to ask: `get()` throws, in main, what the worker threw.
//
// Threads share the heap. That makes them cheap, and it lets them spoil each other's data. That's
// lesson 03.
// %%
/exit
