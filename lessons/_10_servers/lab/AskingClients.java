package _10_servers.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Clients that ask at once, and stay.
final class AskingClients implements AutoCloseable {
  private final List<AskingClient> all = new ArrayList<>();

  /// Connects and asks. Waits for no answer.
  void ask(int clients, InetSocketAddress server) throws IOException {
    for (var n = 0; n < clients; n++) {
      var client = new AskingClient(server);
      all.add(client);
      client.ask();
    }
  }

  int unanswered() {
    return (int) all.stream().filter(client -> !client.isAnswered()).count();
  }

  /// Waits for each answer.
  ///
  /// @return how many came
  int takeAnswers() throws IOException {
    var answers = 0;
    for (var client : all) {
      answers += client.answer() > 0 ? 1 : 0;
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    for (var client : all) {
      client.close();
    }
  }
}
