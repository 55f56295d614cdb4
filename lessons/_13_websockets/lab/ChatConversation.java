package _13_websockets.lab;

import _13_websockets.ChatServer;
import _13_websockets.ChatService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
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
    return List.of(new Chart.Bars("How many copies went out", "copies", false));
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
        var names = List.of("Ann", "Bob", "Carl");
        for (var name : names) {
          people.heard(names.indexOf(name)).forEach(line -> record.said(name + " hears", line));
        }
        people.heard().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(line -> line, LinkedHashMap::new, Collectors.counting()))
            .forEach((line, copies) -> record.sample("copies", "copies", line, copies));
      }
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
