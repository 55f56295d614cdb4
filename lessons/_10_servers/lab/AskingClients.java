package _10_servers.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Clients that ask at once, and stay.
final class AskingClients implements AutoCloseable {
  private static final int PAUSE_MS = 10;

  private final List<AskingClient> all = new ArrayList<>();

  /// Connects and asks. Waits for no answer.
  void ask(int clients, InetSocketAddress server) throws IOException {
    for (var n = 0; n < clients; n++) {
      var client = new AskingClient(server);
      all.add(client);
      client.ask();
    }
  }

  /// Waits as long as answers come.
  ///
  /// @param patience ms to wait for one more answer
  /// @return the clients without one
  List<AskingClient> awaitNoMore(int patience) throws InterruptedException {
    var before = unanswered();
    var pauses = 0; // they are counted: a clock also runs while this process stands still
    while (!before.isEmpty() && pauses * PAUSE_MS < patience) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      var now = unanswered();
      pauses = now.size() < before.size() ? 0 : pauses + 1;
      before = now;
    }
    return before;
  }

  private List<AskingClient> unanswered() {
    return all.stream().filter(client -> !client.isAnswered()).toList();
  }

  /// Waits for each answer.
  ///
  /// @return the process that answered each client
  Map<AskingClient, Long> takeAnswers() throws IOException {
    var answers = new HashMap<AskingClient, Long>();
    for (var client : all) {
      answers.put(client, client.answer());
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
