package _09_futures;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Two requests, one after the other, on the same worker. The first is Ann's; nobody has logged in
/// for the second.
public abstract sealed class RequestUser {
  /// Handles a request: the user is Ann while `work` runs.
  abstract void asAnn(Runnable work);

  abstract String user();

  /// @param first the user that the first request sees
  /// @param second the user that the second request sees
  public record Seen(String first, String second) {}

  public final Seen twoRequests() throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(1)) {
      var seen = new String[1];
      pool.submit(() -> asAnn(() -> seen[0] = user())).get();
      var second = pool.submit(this::user).get();
      return new Seen(seen[0], second);
    }
  }

  public static final class Broken extends RequestUser {
    private static final ThreadLocal<String> USER = ThreadLocal.withInitial(() -> "nobody");

    @Override
    void asAnn(Runnable work) {
      USER.set("Ann");
      work.run();
    }

    @Override
    String user() {
      return USER.get();
    }
  }

  public static final class Mended extends RequestUser {
    private static final ScopedValue<String> USER = ScopedValue.newInstance();

    @Override
    void asAnn(Runnable work) {
      ScopedValue.where(USER, "Ann").run(work);
    }

    @Override
    String user() {
      return USER.orElse("nobody");
    }
  }
}
