package _01_processes;

import java.time.LocalTime;

/// An endless loop: it prints the number of its process and the time, and sleeps.
public final class PidAndTime {
  /// @param args how many milliseconds to sleep after each line
  public static void main(String[] args) throws InterruptedException {
    var pid = ProcessHandle.current().pid();
    do {
      System.out.println(pid + " " + LocalTime.now());
      Thread.sleep(Long.parseLong(args[0]));
    } while (!System.out.checkError()); // unless nobody can read it any more
  }
}
