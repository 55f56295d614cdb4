package _01_processes;

import java.io.IOException;
import workbook.process.JavaProcess;

/// A program that says a line, sleeps, and says the next. As `parent` it first starts a `child`
/// that does the same on the same standard output, and at the end it waits for that child.
public final class Talker {
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("child")) {
      talk(args);
      return;
    }
    say("parent", "starts a child");
    var builder = JavaProcess.builder(Talker.class, "child", args[1], args[2]);
    var child = builder.inheritIO().start();
    talk(args);
    say("parent", "waits");
    child.waitFor();
    say("parent", "goes on: the child ended with " + child.exitValue());
  }

  private static void talk(String[] args) throws InterruptedException {
    var lines = Integer.parseInt(args[1]);
    var pause = Long.parseLong(args[2]);
    for (var line = 1; line <= lines; line++) {
      say(args[0], "line " + line + " of " + lines);
      Thread.sleep(pause);
    }
    say(args[0], "is done");
  }

  private static void say(String who, String what) {
    System.out.println(who + " " + ProcessHandle.current().pid() + ": " + what);
  }
}
