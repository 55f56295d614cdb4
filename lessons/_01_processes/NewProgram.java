package _01_processes;

import java.nio.file.Path;

/// A program that Java starts. Which of its parent's things does it find?
///
/// It begins at `main`, with `foo` as its class says. Its environment and its folder come from its
/// parent by themselves; everything else has to be handed over.
public final class NewProgram {
  public static String foo = "unset";

  public static void main(String[] args) {
    System.out.println("memory " + foo);
    System.out.println("argument " + args[0]);
    System.out.println("environment " + System.getenv("FOO"));
    System.out.println("folder " + Path.of("").toAbsolutePath());
  }
}
