// %% [markdown]
// # 06 CPU
//
// Two threads on two cores. How much faster?
//
// Fifteen minutes, live. A question stands before each cell: let the room answer, then run it.
// %%
import _06_cpu.Collatz;
import _06_cpu.lab.SplitBalance;
import java.io.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;
import workbook.notebook.ExperimentCell;

System.out.println(Runtime.getRuntime().availableProcessors() + " cores");

// %% [markdown]
// ## Something to compute
//
// Halve an even number, triple an odd one and add one, until you reach 1. That's the Collatz
// problem. 6 → 3 → 10 → 5 → 16 → 8 → 4 → 2 → 1 takes 8 steps.
//
// **Ask:** and 27?
// %%
System.out.println(Collatz.steps(6) + ", " + Collatz.steps(27));
//> 8, 111

// %% [markdown]
// Nobody knows a formula. If you want the number of steps, you have to take them.
//
// ## One thread, two threads
//
// **Ask:** the numbers up to a million in one thread, then one half in each of two threads. How
// many times as fast is that, on this machine? (The first line is a check, the second is for you.)
// %%
var most = 1_000_000;
Collatz.steps(1, most); // warm up
var began = System.nanoTime();
var alone = Collatz.steps(1, most);
var aloneTook = System.nanoTime() - began;

long inTwoThreads(Callable<Long> one, Callable<Long> two) throws Exception {
  try (var threads = Executors.newFixedThreadPool(2)) {
    var first = threads.submit(one);
    var second = threads.submit(two);
    return first.get() + second.get();
  }
}
began = System.nanoTime();
var together =
    inTwoThreads(
        () -> Collatz.steps(1, most / 2),
        () -> Collatz.steps(most / 2 + 1, most));
var togetherTook = System.nanoTime() - began;
System.out.println("the same sum: " + (alone == together));
//> the same sum: true
var speedUp = (double) aloneTook / togetherTook;
System.out.printf("%.2f times as fast%n", speedUp);

// %% [markdown]
// If both halves took equally long, it would be nearly twice. **Ask:** who waited for whom?
// %%
System.out.println(
    Collatz.steps(1, most / 2)
        + " or "
        + Collatz.steps(most / 2 + 1, most));
//> 62134795 or 69299629

// %% [markdown]
// ## A mistake
//
// Better: worker 1 takes the odd numbers, worker 2 the even ones.
//
// **Ask:** what's wrong with this?
// %%
long every(int worker) {
  return IntStream.rangeClosed(1, most)
      .filter(n -> n % 2 == worker)
      .mapToLong(Collatz::steps)
      .sum();
}
together = inTwoThreads(() -> every(1), () -> every(2));
System.out.println("the same sum: " + (alone == together));
//> the same sum: false

// %% [markdown]
// No number is 2 modulo 2. It was quick because half of the work was never done. Check the result
// before you look at the clock.
//
// **Ask:** how do we mend it? `every` takes a worker's number. Type the call, and try it.
// %% [markdown]
// The remainders are 0 and 1, so number the workers 0 and 1.
// %%
together = inTwoThreads(() -> every(0), () -> every(1));
System.out.println("the same sum: " + (alone == together));
//> the same sum: true

// %% [markdown]
// **Ask:** is it fair now?
// %%
System.out.println("odd " + every(1) + ", even " + every(0));
//> odd 68799629, even 62634795

// %% [markdown]
// ## Next, please
//
// Whoever is free takes the next thousand numbers. **Ask:** what must `next` be, and why?
// %%
var next = new AtomicInteger();
long whileThereIsWork() {
  var steps = 0L;
  var from = next.getAndAdd(1_000);
  while (from < most) {
    steps += Collatz.steps(from + 1, Math.min(from + 1_000, most));
    from = next.getAndAdd(1_000);
  }
  return steps;
}
together = inTwoThreads(() -> whileThereIsWork(), () -> whileThereIsWork());
System.out.println("the same sum: " + (alone == together));
//> the same sum: true

// %% [markdown]
// It must be read and added to in one step. Otherwise two workers may take the same thousand.
//
// **Ask:** who waits for whom now? Draw two lines for each way to share the work.
// %%
System.out.println(ExperimentCell.chart(new SplitBalance(), "numbers=100"));
//> Who computes, and who waits for the others
//> ...computes...waits for the others

// %% [markdown]
// ## Half of it can't be shared
//
// One worker has to do half of the work before the others can begin.
//
// **Ask:** how many times as fast is it with 2 workers? With 100? With a million?
// %%
for (var workers : new int[] {2, 100, 1_000_000}) {
  var times = 1 / (0.5 + 0.5 / workers);
  System.out.printf(Locale.ROOT, "%d workers: %.2f%n", workers, times);
}
//> 2 workers: 1.33
//> 100 workers: 1.98
//> 1000000 workers: 2.00

// %% [markdown]
// That's Amdahl's law: the part done alone sets the limit.
//
// ## A long loop
//
// **Ask:** we count down from 50 million, ten times. How long does it take, the first time and the
// last?
// %%
void countDown(long n) {
  while (n > 0) n--;
}
for (var round = 1; round <= 10; round++) {
  var start = System.nanoTime();
  countDown(50_000_000);
  System.out.printf("round %d: %,d ns%n", round, System.nanoTime() - start);
}

// %% [markdown]
// In the end it isn't a fast loop. It's no loop at all: nothing depends on it, so the compiler
// left it out.
//
// ## Four tasks
//
// Four asynchronous tasks run on one event loop. **Ask:** how many threads compute?
// %%
var threads = ConcurrentHashMap.<Thread>newKeySet();
long compute(int part) {
  threads.add(Thread.currentThread());
  return Collatz.steps(part * 1_000 + 1, part * 1_000 + 1_000);
}
try (var loop = Executors.newSingleThreadExecutor()) {
  var tasks = IntStream.range(0, 4)
      .mapToObj(
          part -> CompletableFuture.supplyAsync(() -> compute(part), loop))
      .toList();
  var steps = tasks.stream().mapToLong(CompletableFuture::join).sum();
  System.out.println(steps + " steps, " + threads.size() + " thread");
}
//> 299275 steps, 1 thread

// %% [markdown]
// That's good for waiting, and no help for computing.
//
// ## Another process
//
// A process doesn't share our memory. We send it four million numbers.
//
// **Ask:** how many bytes go through the pipe? And is it worth it, if the process only looks for
// the greatest number?
// %%
var bytes = new ByteArrayOutputStream();
try (var out = new ObjectOutputStream(bytes)) {
  out.writeObject(new int[4_000_000]);
}
System.out.println(bytes.size() + " bytes");
//> 16000027 bytes

// %% [markdown]
// Sixteen million bytes, for one comparison per number: no. It pays for a matrix, where each
// number is multiplied hundreds of times. Try `target/workbook run cpu/three-ways`.
// %%
/exit
