package _14_memory;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One thread writes data, and passes on a note. Does whoever gets the note see the data?
public abstract sealed class QueueRule extends Handover {
  abstract void put(String note);

  /// A note, or null if there's none.
  abstract String take();

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          data = 42;
          put("it's there");
        },
        () -> {
          if (take() != null) {
            seen = data;
          }
        });
  }

  public static final class Broken extends QueueRule {
    private final String[] place = new String[1];

    @Override
    void put(String note) {
      place[0] = note;
    }

    @Override
    String take() {
      return place[0];
    }
  }

  public static final class Mended extends QueueRule {
    private final Queue<String> queue = new ConcurrentLinkedQueue<>();

    @Override
    void put(String note) {
      queue.add(note);
    }

    @Override
    String take() {
      return queue.poll();
    }
  }
}
