package _13_websockets.lab;

import _13_websockets.FanOut;
import java.util.List;
import java.util.concurrent.TimeoutException;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two clients read, and one never does. What happens to its messages, and to the others'?
public final class FanOutTrial implements Experiment {
  private static final String MESSAGE = "x".repeat(32 * 1024);
  private static final int READERS = 2;

  @Override
  public String id() {
    return "slow-consumer";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("messages", 400, 200, 2_000, "messages of 32 KiB to each client"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Kept for the client that doesn't read", FanOutFindings.KEPT, false),
        new Chart.Bars("What the others got", FanOutFindings.OTHERS, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var messages = with.count("messages");
    for (var policy : FanOut.WhenBehind.values()) {
      try (var server = new FanOut(Loopback.anyPort(), policy)) {
        server.open();
        try (var slow = new RawClient(server.address());
            var readers = new Audience(server.address())) {
          readers.join(READERS);
          Loopback.awaitClients(READERS + 1, server);
          sendAll(messages, server, readers, FanOutFindings.says(policy), record);
          if (policy == FanOut.WhenBehind.KEEP) {
            record.sample(FanOutFindings.LATE, "messages", "never read", slow.readTexts(messages));
          }
        }
      }
      record.progress(policy.ordinal() + 1, FanOut.WhenBehind.values().length);
    }
  }

  private static void sendAll(
      int messages, FanOut server, Audience readers, String policy, Recorder record)
      throws Exception {
    var most = 0;
    try {
      for (var n = 1; n <= messages; n++) {
        server.sendAll(MESSAGE);
        readers.awaitEach(n); // no faster than they can read
        most = Math.max(most, server.mostWaiting());
      }
    } catch (TimeoutException theyWait) {
      record.note("The others got nothing for a long time: " + theyWait.getMessage());
    }
    record.sample(FanOutFindings.KEPT, "messages", policy, most);
    record.sample(FanOutFindings.OTHERS, "messages", policy, readers.fewest());
    record.sample(FanOutFindings.STAY, "clients", policy, server.getConnections().size());
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return FanOutFindings.of(with.count("messages"), seen);
  }
}
