package _11_ipc.lab;

import _11_ipc.MechanismType;
import java.util.Arrays;
import workbook.Findings;
import workbook.Observations;

/// Which mechanisms a machine has, beside what the notes of a course say.
final class MechanismFindings {
  static final String SYSTEM = "system";
  static final String HERE = "here";
  static final String MISSING = "not here";
  private static final String POSIX = "all POSIX systems";

  private MechanismFindings() {}

  /// What provides it.
  static String maker(MechanismType type) {
    return switch (type) {
      case FILE_LOCK, TCP, UNIX_SOCKET, MAPPED_FILE -> "java.nio.channels";
      case PIPE -> "ProcessBuilder";
      case NAMED_PIPE -> "the program mkfifo";
      case RMI -> "java.rmi";
      case MAILBOX -> "java.nio.file";
      case SIGNAL -> "kill() of the C library";
      case SEMAPHORE -> "sem_open() of the C library";
      case SHARED_MEMORY -> "shm_open() of the C library";
      case MESSAGE_QUEUE -> "mq_open() of the C library";
    };
  }

  /// On which systems the notes expect it.
  static String claim(MechanismType type) {
    return switch (type) {
      case FILE_LOCK -> "all systems";
      case TCP, UNIX_SOCKET -> "most systems";
      case PIPE, NAMED_PIPE, SEMAPHORE, SHARED_MEMORY -> POSIX;
      case RMI -> "MPI, Java RMI, CORBA";
      case MAPPED_FILE -> POSIX + "; Windows, in its own way";
      case MAILBOX -> "some systems";
      case SIGNAL, MESSAGE_QUEUE -> "most systems";
    };
  }

  static Findings of(Observations seen) {
    var system = seen.fact(SYSTEM).orElse("");
    var missing =
        Arrays.stream(MechanismType.values())
            .filter(type -> claim(type).startsWith(POSIX))
            .filter(type -> !seen.fact(type.says()).orElse("").startsWith(HERE))
            .map(MechanismType::says)
            .toList();
    return answer(seen)
        .claim(
            "A POSIX system has all that the notes promise for one.",
            !system.isEmpty() && (system.startsWith("Windows") || missing.isEmpty()),
            "missing on %s: %s".formatted(system, missing.isEmpty() ? "none" : missing))
        .claim(
            "Files and sockets are everywhere.",
            isHere(MechanismType.FILE_LOCK, seen) && isHere(MechanismType.TCP, seen),
            "TCP is %s".formatted(seen.fact(MechanismType.TCP.says()).orElse("untried")));
  }

  private static boolean isHere(MechanismType type, Observations seen) {
    return seen.fact(type.says()).orElse("").startsWith(HERE);
  }

  private static Findings answer(Observations seen) {
    return seen.outcomes().isEmpty()
        ? Findings.cannotTell("Nothing was tried. Run it again.")
        : Findings.answer("" + seen.count(HERE));
  }
}
