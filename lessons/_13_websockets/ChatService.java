package _13_websockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import workbook.ServerExperiment.Service;

/// A chat, and the page with which a browser joins it, each at a port of its own.
public final class ChatService implements Service {
  private final CountDownLatch stopped = new CountDownLatch(1);
  final ChatServer chat;
  private final ChatPage page;

  /// @param at where the page is; the kernel picks the chat's port
  public ChatService(InetSocketAddress at) throws IOException {
    chat = new ChatServer(new InetSocketAddress(at.getAddress(), 0), this::close);
    chat.open();
    try {
      page = new ChatPage(at, chat.address().getPort());
    } catch (IOException refused) {
      chat.close();
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return page.address();
  }

  @Override
  public String says() {
    var host = address().getAddress().getHostAddress();
    return "a chat; its page is http://%s:%d/, and its web socket ws://%s:%d/"
        .formatted(host, address().getPort(), host, chat.address().getPort());
  }

  @Override
  public String stopped() {
    return "say /stop in the chat";
  }

  @Override
  public void serve() throws IOException {
    try (chat;
        page) {
      stopped.await();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    Thread.startVirtualThread(page::close); // and the chat, where nobody serves
    Thread.startVirtualThread(chat::close);
  }
}
