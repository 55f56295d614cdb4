package _13_websockets.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import _13_websockets.ChatServer;
import _13_websockets.ChatService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import workbook.Chart;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.ServerExperiment;

/// Three people in a chat: one speaks, one has a name that is taken, one leaves.
public final class ChatConversation implements ServerExperiment {
  private static final int ANN = 0;
  private static final int BOB = 1;
  private static final int CARL = 2;

  @Override
  public String id() {
    return "chat";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What was heard"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var server = new ChatServer(Loopback.anyPort(), () -> {})) {
      server.open();
      try (var people = new Audience(server.address())) {
        people.join(3);
        people.say(ANN, "Ann");
        people.awaitHeard("Ann has joined.", ANN);
        people.say(BOB, "Bob");
        people.awaitHeard("Bob has joined.", ANN, BOB);
        people.say(CARL, "Bob");
        people.awaitHeard(ChatFindings.REFUSED, CARL);
        people.say(CARL, "Carl");
        people.awaitHeard("Carl has joined.", ANN, BOB, CARL);
        people.say(ANN, "Hello");
        people.awaitHeard(ChatFindings.HELLO, ANN, BOB, CARL);
        people.close(BOB);
        people.awaitHeard(ChatFindings.BOB_LEFT, ANN, CARL);
        note("Ann", people.heard(ANN), record);
        note("Bob", people.heard(BOB), record);
        note("Carl", people.heard(CARL), record);
      }
    }
  }

  private static void note(String who, List<String> heard, Recorder record) {
    for (var line : heard) {
      record.said(who + " hears", line);
      record.outcome(who, line, ACCEPTABLE, 1, "");
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ChatFindings.of(seen);
  }

  @Override
  public List<Parameter> serverParameters() {
    return List.of();
  }

  @Override
  public Service open(Parameters with, InetSocketAddress at) throws IOException {
    return new ChatService(at);
  }
}
