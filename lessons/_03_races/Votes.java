package _03_races;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workbook.Scenario;

/// # Two votes for Ann
///
/// The map is made for many threads. Is the code that uses it?
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

  /// Gets, then puts: the other vote may be put in between, and is overwritten.
  public static final class Broken extends Votes {
    @Override
    void voteFor(String name) {
      votes.put(name, votes.getOrDefault(name, 0) + 1);
    }
  }

  /// Gets and puts in one call, which the map carries out as one step.
  public static final class Mended extends Votes {
    @Override
    void voteFor(String name) {
      votes.merge(name, 1, Integer::sum);
    }
  }
}
