package _01_processes;

import java.nio.file.Path;

/// A program that Java starts. It prints what it finds when it begins.
public final class NewProgram {
  public static String foo = "unset";

  public static void main(String[] args) {
    System.out.println("memory " + foo);
    System.out.println("argument " + args[0]);
    System.out.println("environment " + System.getenv("FOO"));
    System.out.println("folder " + Path.of("").toAbsolutePath());
  }
}
