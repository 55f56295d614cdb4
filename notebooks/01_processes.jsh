// %% [markdown]
// # 01 Processes
//
// A child changes a variable. What does its parent see?
//
// Fifteen minutes, live. Before each cell there is a question: let the room answer, then run it.
// %%
import _01_processes.*;
import _01_processes.lab.StartUpCost;
import java.time.Duration;
import workbook.process.JavaProcess;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## Who am I?
//
// Each process has a number, and a parent that has a number too.
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
// **Ask:** and which program is the parent? Your shell?
// %%
System.out.println(parent.info().command().orElse("not told"));

// %% [markdown]
// It is what shows you this page. It sends our lines to a second JVM, and that one runs them.
//
// ## One variable, two processes
//
// In a shell, `( … ) &` is a fork: from there on, two shells run the same script.
//
// **Ask:** the child sets `foo` to `baz` and ends. Only then does the parent print `foo`. What does it
// print?
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
// The child got a copy of its parent's memory and changed the copy.
//
// ## A process as an object
//
// Java has no fork. It starts programs: `ProcessBuilder` holds the plan.
//
// **Ask:** how many children does this process have after this line?
// %%
var plan = JavaProcess.builder(Hello.class, "Bob");
System.out.println(self.children().count());
//> 0

// %% [markdown]
// None: a plan is not a process. `start()` makes one, and `waitFor()` waits until it has ended.
//
// **Ask:** what does `waitFor()` give back? The greeting?
// %%
var bob = plan.start();
System.out.println("exit code " + bob.waitFor());
//> exit code 0
System.out.println(bob.inputReader().readLine());
//> hello Bob

// %% [markdown]
// Let us forget the name. `Hello` then fails with an exception in its `main`.
//
// **Ask:** what does `waitFor()` do in the parent: throw that exception, or what else?
// %%
var nameless = JavaProcess.builder(Hello.class).start();
System.out.println("exit code " + nameless.waitFor());
//> exit code 1

// %% [markdown]
// An exception cannot cross from one process to another: only a small number can.
//
// **Ask:** then where is the message?
// %%
System.out.println(nameless.errorReader().readLine());
//> Exception in thread "main" java.lang.ArrayIndexOutOfBoundsException: ...

// %% [markdown]
// Text on a pipe: the one for errors.
//
// The same greeting as a class of our own, with `start` and `join`.
//
// **Ask:** we wait 20 seconds at most. Why is there a limit at all?
// %%
var mike = new HelloProcess("Mike");
mike.start();
System.out.println(mike.join(Duration.ofSeconds(20)));
//> [hello Mike]

// %% [markdown]
// A child may never end, and whoever waits for it would not either.
//
// ## Two talkers
//
// A parent starts a child. Each says three lines and sleeps 200 ms after each.
//
// **Ask:** does it take 600 ms or 1,200 ms? Which line is certainly the last?
// %%
var talkers =
    JavaProcess.builder(Talker.class, "parent", "3", "200").start();
talkers.inputReader().readAllLines().forEach(System.out::println);
talkers.waitFor();
//> parent ...: starts a child
//> ...
//> parent ...: goes on: the child ended with 0

// %% [markdown]
// Two processes sleep at the same time. The order between them is up to the system, except where
// one waits for the other: the parent's last line comes last in every run.
//
// ## A mistake
//
// This child prints 2 MiB. We wait for it first and read afterwards; that has worked so far.
//
// **Ask:** what does the next cell print?
// %%
var chatty = JavaProcess.builder(Chatty.class, "2048").start();
var ended = chatty.waitFor(Duration.ofSeconds(2));
System.out.println(ended ? "ended" : "still waiting");
//> still waiting

// %% [markdown]
// Nobody uses the processor, nobody reports an error.
//
// **Ask:** who waits for whom? How do we mend it, now, without starting again?
// %% [markdown]
// The child waits for somebody to read. So we read, and then we wait.
// %%
System.out.println(chatty.getInputStream().readAllBytes().length);
//> 2097152
System.out.println("exit code " + chatty.waitFor());
//> exit code 0

// %% [markdown]
// The pipe between them holds 64 KiB on most machines. The child waited for room in the pipe, the
// parent for the child. First read to the end, then wait.
//
// ## What does a start cost?
//
// **Ask:** how many times as long does a JVM take as a thread: 5, 50, 500?
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
// One sample says little. The book's experiment takes more of them.
//
// **Ask:** where will a process stand that is no JVM: near the thread, or near the JVM?
// %%
System.out.println(ExperimentCell.chart(new StartUpCost(), "starts=2"));
//> Time from start to end, by what is started
//> ...platform thread...
//> ...JVM...

// %% [markdown]
// Mind the axis: each step is ten times as long. A thread is cheap because it shares: memory, open
// files, everything. What that means is lesson 02.
// %%
/exit
