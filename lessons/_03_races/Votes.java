package _03_races;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workbook.Scenario;

/// Two votes for Ann, in a map made for many threads. Are both counted?
public abstract sealed class Votes implements Scenario {
  final Map<String, Integer> votes = new ConcurrentHashMap<>();

  abstract void voteFor(String name);

  @Override
  public List<Body> bodies() {
    return List.of(() -> voteFor("Ann"), () -> voteFor("Ann"));
  }

  @Override
  public void check() {
    if (votes.get("Ann") != 2) {
      throw new AssertionError("expected 2 votes for Ann, saw " + votes.get("Ann"));
    }
  }

  public static final class Broken extends Votes {
    @Override
    void voteFor(String name) {
      votes.put(name, votes.getOrDefault(name, 0) + 1);
    }
  }

  public static final class Mended extends Votes {
    @Override
    void voteFor(String name) {
      votes.merge(name, 1, Integer::sum);
    }
  }
}
