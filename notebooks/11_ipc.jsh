// %% [markdown]
// # 11 IPC
//
// Which way is fastest for one byte, which for a megabyte?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _11_ipc.*;
import _11_ipc.lab.LockHolderTrial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import workbook.Scenario;
import workbook.explore.*;
import workbook.notebook.ExperimentCell;
import workbook.process.JavaProcess;

// %% [markdown]
// ## Two processes
//
// Here's a second JVM, which sends back whatever it gets, through two pipes: its standard input and
// its standard output. We send it a word from our own memory.
//
// **Ask:** is the answer the same object? The same bytes? The same process?
// %%
var pair = ProcessPair.start(MechanismType.PIPE, Responder.Job.ECHO);
String exchange(ProcessPair pair, String word) throws Exception {
  var answer = ByteBuffer.allocate(1_000);
  pair.endpoint().send(StandardCharsets.UTF_8.encode(word));
  pair.endpoint().receive(answer);
  return StandardCharsets.UTF_8.decode(answer).toString();
}
var word = "hello";
var answer = exchange(pair, word);
System.out.println((answer == word) + ", " + answer.equals(word)
    + ", " + (pair.child().pid() == ProcessHandle.current().pid()));
//> false, true, false

// %% [markdown]
// A copy came back. A pipe carries bytes, and nothing else.
//
// **Ask:** we kill the other process with `kill -9`, and wait for its next message. Do we wait
// for ever?
// %%
pair.child().destroyForcibly().waitFor();
try {
  pair.endpoint().receive(ByteBuffer.allocate(1_000));
} catch (IOException e) {
  System.out.println("no message will come");
}
pair.close();
//> no message will come

// %% [markdown]
// The kernel closed the pipe when the process ended, so our read said: end of stream.
//
// ## One byte
//
// Three ways for one byte, there and back: a pipe, TCP, and a file that both have mapped into their
// memory.
//
// **Ask:** which is fastest, and which is slowest? Is it a factor of two, or of ten?
// %%
double micros(MechanismType type) throws Exception {
  try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
    for (var n = 0; n < 500; n++) exchange(pair, "x");
    var begin = System.nanoTime();
    for (var n = 0; n < 500; n++) exchange(pair, "x");
    return (System.nanoTime() - begin) / 500 / 1e3;
  }
}
for (var name : List.of("PIPE", "TCP", "MAPPED_FILE")) {
  var type = MechanismType.valueOf(name);
  System.out.printf("%s: %.1f us%n", type.says(), micros(type));
}
//> an unnamed pipe: ... us
//> a TCP socket: ... us
//> a mapped file: ... us

// %% [markdown]
// With the mapped file, no system call stands between the two.
//
// **Ask:** so what does the reader do until the byte is there?
// %% [markdown]
// It looks again and again, and that costs a core.
//
// ## A mistake
//
// Two processes want a temporary file each, and both choose the same name. This is how one of them
// makes it:
// %%
var folder = Files.createTempDirectory("notebook");
boolean make(Path file) throws IOException {
  if (Files.exists(file)) return false;
  Files.writeString(file, "mine");
  return true;
}
var a = folder.resolve("a");
System.out.println(make(a) + ", " + make(a));
//> true, false

// %% [markdown]
// The second one was refused.
//
// **Ask:** so is it right? Who can name a schedule that breaks it?
// %%
String explore(Class<? extends Scenario> code) {
  return Explorer.explore(Subject.of(code), Budget.DEFAULT).says();
}
System.out.println(explore(TemporaryFile.Broken.class));
//> a check failed: ...expected 1 owner of the file, saw 2

// %% [markdown]
// Both look, and only then do both make it.
//
// **Ask:** how do we mend `make`? Type it, and try it.
// %% [markdown]
// Looking and making must be one call.
// %%
boolean make(Path file) throws IOException {
  try {
    Files.writeString(file, "mine", StandardOpenOption.CREATE_NEW);
    return true;
  } catch (FileAlreadyExistsException taken) {
    return false;
  }
}
var b = folder.resolve("b");
System.out.println(make(b) + ", " + make(b));
System.out.println(explore(TemporaryFile.Mended.class));
//> true, false
//> holds in ...

// %% [markdown]
// ## The holder is killed
//
// Another process has locked a file, and we want the same lock.
//
// **Ask:** do we get it?
// %%
var file = folder.resolve("lock");
var lock = new ProcessLock.ByKernel();
var holder =
    JavaProcess.builder(LockHolder.class, "ByKernel", file.toString())
        .start();
System.out.println(holder.inputReader().readLine());
System.out.println(lock.tryLock(file).isPresent());
//> locked
//> false

// %% [markdown]
// **Ask:** we kill the holder. It has no time to unlock anything. Do we get the lock now?
// %%
holder.destroyForcibly().waitFor();
var unlock = lock.tryLock(file);
System.out.println(unlock.isPresent());
unlock.get().close();
//> true

// %% [markdown]
// The kernel knows whose lock it is. But many programs lock in another way: whoever makes the file
// has the lock, and deletes it to unlock.
//
// **Ask:** what does that look like, when both holders are killed? Draw it.
// %%
var trial = new LockHolderTrial();
System.out.println(ExperimentCell.chart(trial, "patience=300"));
//> The holder is killed, and the next one tries
//> ...ByFile: next...

// %% [markdown]
// Nobody deletes that file.
//
// **Ask:** one last question. The kernel's lock is free again, but what about the data that it
// guarded?
// %% [markdown]
// It's as the dead process left it, perhaps half-written. That's what the exercise is about.
// %%
for (var name : List.of("a", "b", "lock")) {
  Files.delete(folder.resolve(name));
}
Files.delete(folder);
/exit
