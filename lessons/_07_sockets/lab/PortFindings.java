package _07_sockets.lab;

import java.util.Optional;
import workbook.Findings;
import workbook.Observations;

/// Where servers may listen, and where they are reached.
final class PortFindings {
  static final String ANY = "bind to port 0";
  static final String IN_USE = "bind to a port in use";
  static final String ELSEWHERE = "bind to the same port of 127.0.0.2";
  static final String TO_ITS_ADDRESS = "connect to 127.0.0.1";
  static final String TO_ANOTHER = "connect to 127.0.0.2";
  static final String OF_ALL = "bind to all, connect to 127.0.0.1";
  static final String BEYOND = "bind to port 65,536";

  static final String BOUND = "bound to port ";
  static final String ALLOWED = "allowed on this machine";

  private PortFindings() {}

  static Findings of(Observations seen) {
    var any = seen.fact(ANY);
    var findings =
        answer(any)
            .claim(
                "Port 0 becomes a free port.",
                any.isPresent() && !any.get().equals(BOUND + 0) && any.get().startsWith(BOUND),
                any.orElse("nobody tried"))
            .claim("A port in use can't be bound again.", isRefused(IN_USE, seen), of(IN_USE, seen))
            .claim("Beyond 65,535 there is no port.", isRefused(BEYOND, seen), of(BEYOND, seen));
    if (seen.fact(TO_ANOTHER).isPresent()) {
      findings =
          findings.claim(
              "A server on 127.0.0.1 isn't reached through another address.",
              of(TO_ITS_ADDRESS, seen).equals("connected")
                  && of(TO_ANOTHER, seen).equals("refused"),
              of(TO_ITS_ADDRESS, seen) + ", " + of(TO_ANOTHER, seen));
    }
    if (seen.fact(OF_ALL).isPresent()) {
      findings =
          findings.claim(
              "A server on all addresses is reached through 127.0.0.1, too.",
              of(OF_ALL, seen).equals("connected"),
              of(OF_ALL, seen));
    }
    return findings;
  }

  private static String of(String fact, Observations seen) {
    return seen.fact(fact).orElse("nobody tried");
  }

  private static boolean isRefused(String bind, Observations seen) {
    return seen.fact(bind).filter(outcome -> !outcome.equals(ALLOWED)).isPresent();
  }

  private static Findings answer(Optional<String> any) {
    if (any.isEmpty()) {
      return Findings.cannotTell("No server was started. Run it again.");
    }
    if (any.get().equals(BOUND + 0)) {
      return Findings.answer("on port 0");
    }
    return any.get().startsWith(BOUND)
        ? Findings.answer("on a free port that the kernel picks")
        : Findings.answer("nowhere: 0 is not a port");
  }
}
