package _12_async;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// One thread listens to several clients, each of which says one byte. In what order?
///
/// @param heard is told the number of each client that was heard, from 1
public record ThreeClients(List<Pipe.SourceChannel> clients, IntConsumer heard) {
  /// Blocks until every client was heard.
  public void listenInTurn() throws IOException {
    for (var client : clients) {
      read(client);
    }
  }

  /// Blocks until every client was heard.
  public void listenWithSelector() throws IOException {
    try (var selector = Selector.open()) {
      for (var client : clients) {
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ);
      }
      for (var left = clients.size(); left > 0; ) {
        var ready = new ArrayList<SelectionKey>();
        selector.select(ready::add);
        for (var key : ready) {
          read((Pipe.SourceChannel) key.channel());
          key.cancel();
          left--;
        }
      }
    }
  }

  private void read(Pipe.SourceChannel client) throws IOException {
    client.read(ByteBuffer.allocate(1));
    heard.accept(1 + clients.indexOf(client));
  }
}
