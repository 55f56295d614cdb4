package _09_futures;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import workbook.Scenario;

/// Two servers are asked the same. The first answer counts, and only its server is paid.
public abstract sealed class FirstAnswer implements Scenario {
  final CompletableFuture<String> answer = new CompletableFuture<>();
  private final List<String> paid = new CopyOnWriteArrayList<>();

  /// Whether this answer was the first.
  abstract boolean offer(String text);

  private void serve(String server) {
    if (offer("the answer of " + server)) {
      paid.add(server);
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> serve("A"), () -> serve("B"));
  }

  @Override
  public void check() {
    if (paid.size() != 1) {
      throw new AssertionError("paid: " + paid);
    }
  }

  public static final class Broken extends FirstAnswer {
    @Override
    boolean offer(String text) {
      if (answer.isDone()) {
        return false;
      }
      answer.complete(text);
      return true;
    }
  }

  public static final class Mended extends FirstAnswer {
    @Override
    boolean offer(String text) {
      return answer.complete(text);
    }
  }
}
