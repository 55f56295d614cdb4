package _10_servers;

import java.io.IOException;

/// A process that says that it is there, and then waits until its standard input ends.
public final class IdleProcess {
  private IdleProcess() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    System.in.read();
  }
}
