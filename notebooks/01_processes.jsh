// %% [markdown]
// # 01 Processes
//
// A child changes a variable. What does its parent see?
//
// Twenty minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _01_processes.*;
import _01_processes.lab.StartUpCost;
import java.nio.file.Files;
import java.time.Duration;
import workbook.process.JavaProcess;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## Who am I?
//
// Every process has a number, its PID, and a parent with a number of its own.
//
// **Ask:** whose child is this JShell?
// %%
var self = ProcessHandle.current();
var parent = self.parent().orElseThrow();
System.out.println("process " + self.pid() + ", child of " + parent.pid());
//> process ..., child of ...
System.out.println(self.pid() == parent.pid());
//> false

// %% [markdown]
// **Ask:** which program is the parent? Your shell?
// %%
System.out.println(parent.info().command().orElse("not told"));

// %% [markdown]
// It's the program that shows this page. It sends our lines to a second JVM, which runs them.
//
// ## A loop that prints the time
//
// `PidAndTime` prints its number and the time, sleeps, and does it again. It never ends.
//
// **Ask:** five lines, 200 ms apart, from the first to the last. How much processor time does that
// take: 800 ms, 400, or less?
// %%
var loop = JavaProcess.builder(PidAndTime.class, "200").start();
var output = loop.inputReader();
System.out.println(output.readLine());
var before = loop.info().totalCpuDuration().orElse(Duration.ZERO);
for (var line = 2; line <= 5; line++) {
  System.out.println(output.readLine());
}
var after = loop.info().totalCpuDuration().orElse(Duration.ZERO);
var used = after.minus(before).toMillis();
System.out.println("processor time: " + used + " ms");
//> ...
//> processor time: ... ms

// %% [markdown]
// Next to none. A process that runs isn't always on a processor: this one sleeps.
//
// **Ask:** is it still there? How do we get rid of it?
// %%
System.out.println("alive: " + loop.isAlive());
loop.destroyForcibly();
System.out.println("exit code " + loop.waitFor());
//> alive: true
//> exit code ...

// %% [markdown]
// Its parent had to kill it.
//
// ## One variable, two processes
//
// In a shell, `( … ) &` makes a fork: from there on, two shells run the same script.
//
// **Ask:** the child sets `foo` to `baz` and ends. Then its parent prints `foo`. What does it print?
// %%
var script =
    """
    foo=bar
    ( foo=baz; echo "child $foo" ) &
    wait
    echo "parent $foo"
    """;
var shell = new ProcessBuilder("sh", "-c", script).start();
shell.inputReader().readAllLines().forEach(System.out::println);
shell.waitFor();
//> child baz
//> parent bar

// %% [markdown]
// The child has a copy of its parent's memory, and it changed the copy.
//
// ## An open file
//
// This parent opens a file with three lines, a, b and c, before it forks.
//
// **Ask:** the parent reads a, its child b. The child closes the file. What does the parent read next?
// %%
var letters = Files.createTempFile("letters", ".txt");
Files.writeString(letters, "a\nb\nc\n");
var reader =
    """
    exec 3< "$1"
    read letter <&3; echo "parent $letter"
    ( read letter <&3; echo "child $letter"; exec 3<&- ) &
    wait
    read letter <&3; echo "parent $letter"
    """;
var forked =
    new ProcessBuilder("sh", "-c", reader, "sh", "" + letters).start();
forked.inputReader().readAllLines().forEach(System.out::println);
forked.waitFor();
Files.delete(letters);
//> parent a
//> child b
//> parent c

// %% [markdown]
// Each has its own descriptor 3, and may close it. But they share one position in the file.
//
// ## A process as an object
//
// Java has no fork. It starts programs, and a `ProcessBuilder` is the plan for one.
//
// **Ask:** how many children does this process have after this line?
// %%
var plan = JavaProcess.builder(Hello.class, "Bob");
System.out.println(self.children().count());
//> 0

// %% [markdown]
// None: a plan isn't a process. `start()` makes one, and `waitFor()` waits until it has ended.
//
// **Ask:** what does `waitFor()` return? The greeting?
// %%
var bob = plan.start();
System.out.println("exit code " + bob.waitFor());
//> exit code 0
System.out.println(bob.inputReader().readLine());
//> hello Bob

// %% [markdown]
// Now we forget the name, so `Hello` fails with an exception in its `main`.
//
// **Ask:** what does `waitFor()` do in the parent? Does it throw that exception?
// %%
var nameless = JavaProcess.builder(Hello.class).start();
System.out.println("exit code " + nameless.waitFor());
//> exit code 1

// %% [markdown]
// The exception stayed in the child, on its own stack. All that `waitFor()` brings back is a number.
//
// **Ask:** then where's the message?
// %%
System.out.println(nameless.errorReader().readLine());
//> Exception in thread "main" java.lang.ArrayIndexOutOfBoundsException: ...

// %% [markdown]
// It's text in a pipe: the one for standard error.
//
// Here is the same greeting as a class of our own, with `start` and `join`.
//
// **Ask:** we wait 20 seconds at most. Why is there a limit at all?
// %%
var mike = new HelloProcess("Mike");
mike.start();
System.out.println(mike.join(Duration.ofSeconds(20)));
//> [hello Mike]

// %% [markdown]
// A child may never end, and then a parent that waits without a limit doesn't, either.
//
// ## Two talkers
//
// A parent starts a child. Each says three lines, and sleeps 200 ms after each.
//
// **Ask:** does that take about 600 ms, or about 1,200? Which line comes last, for certain?
// %%
var talkers =
    JavaProcess.builder(Talker.class, "parent", "3", "200").start();
talkers.inputReader().readAllLines().forEach(System.out::println);
talkers.waitFor();
//> parent ...: starts a child
//> ...
//> parent ...: goes on: the child ended with 0

// %% [markdown]
// Two processes sleep at the same time. The order between them is up to the system, unless one
// waits for the other: the parent's last line comes last in every run.
//
// ## A mistake
//
// This child prints 2 MiB. We wait for it first, and read afterwards. That's worked so far.
//
// **Ask:** what does the next cell print?
// %%
var chatty = JavaProcess.builder(Chatty.class, "2048").start();
var ended = chatty.waitFor(Duration.ofSeconds(2));
System.out.println(ended ? "ended" : "still waiting");
//> still waiting

// %% [markdown]
// No processor time is used, and no error is reported.
//
// **Ask:** who waits for whom? How do we free them now, without starting again?
// %% [markdown]
// The child waits until somebody reads. So we read, and then we wait.
// %%
System.out.println(chatty.getInputStream().readAllBytes().length);
//> 2097152
System.out.println("exit code " + chatty.waitFor());
//> exit code 0

// %% [markdown]
// The pipe between them holds 64 KiB on most Linux machines. The child waited for room in the pipe, and
// the parent waited for the child. Read to the end first, then wait.
//
// ## What a start costs
//
// **Ask:** how many times slower is starting a JVM than starting a thread: 5, 50, 500?
// %%
interface ThrowingRunnable {
  void run() throws Exception;
}
long micros(ThrowingRunnable start) throws Exception {
  var begin = System.nanoTime();
  start.run();
  return (System.nanoTime() - begin) / 1_000;
}
var warmUp = micros(() -> Thread.ofPlatform().start(() -> {}).join());
var thread = micros(() -> Thread.ofPlatform().start(() -> {}).join());
var jvm =
    micros(() -> JavaProcess.builder(Hello.class, "Ann").start().waitFor());
System.out.println("thread " + thread + " us, JVM " + jvm + " us");
//> thread ... us, JVM ... us

// %% [markdown]
// One sample says little. The book's experiment takes more.
//
// **Ask:** where will a process that isn't a JVM stand: near the thread, or near the JVM?
// %%
System.out.println(ExperimentCell.chart(new StartUpCost(), "starts=2"));
//> Time from start to end, by what is started
//> ...platform thread...
//> ...JVM...

// %% [markdown]
// Mind the axis: it's logarithmic. A thread is cheap because it shares its process's memory and open
// files. What that means is the subject of lesson 02.
// %%
/exit
