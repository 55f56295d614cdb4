package workbook.explore;

import java.util.List;
import java.util.Map;

/// Runs a program under every schedule within a bound.
public final class Explorer {
  private Explorer() {}

  /// Explores a program. Blocks until the verdict is there, at most the budget's patience and a
  /// little; explorations in one JVM wait for each other.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such program
  public static Verdict explore(Subject subject, Budget budget) {
    return exploration(subject).search(budget);
  }

  /// Explores a program, and lets another thread watch.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such program
  public static Verdict explore(Subject subject, Budget budget, SearchWatch watch) {
    return exploration(subject).search(budget, watch);
  }

  /// Runs a program once, under one schedule, and tells what happened.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such program, or the
  ///   schedule is of another one
  public static Trace replay(Subject subject, Schedule schedule) {
    return exploration(subject).replay(schedule);
  }

  /// Opens a program for a person who chooses which thread runs next.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such program
  public static PlaySession play(Subject subject) {
    return play(subject, new SearchWatch());
  }

  /// Likewise, while another thread may watch the search that comes first, and end it.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such program
  public static PlaySession play(Subject subject, SearchWatch watch) {
    return new PlaySession(exploration(subject), subject.entry().mainOnlyWaits(), watch);
  }

  /// Likewise, without a search: where there is something to decide, the schedule tells.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such program, or the
  ///   schedule is of another one
  public static PlaySession play(Subject subject, Schedule at) {
    return new PlaySession(exploration(subject), subject.entry().mainOnlyWaits(), at);
  }

  /// The text of the files that a run's steps are in, line by line: by the file's path from the
  /// folder of its packages, `shop/Bank.java`. Those that cannot be found are left out.
  ///
  /// @param loader finds what does not stand in the book's folders of source
  public static Map<String, List<String>> sources(Trace trace, ClassLoader loader) {
    return new SourceFiles(new Sources(loader)).add(trace).texts();
  }

  /// Explores a lambda or a reference to a static method, which starts its threads itself.
  ///
  /// It must make everything it shares inside; what it captures from outside can only be numbers,
  /// truth values and strings.
  ///
  /// @throws IllegalArgumentException with one plain sentence when it captures something else
  public static Verdict explore(Program program, Budget budget) {
    return LambdaTarget.exploration(program).search(budget);
  }

  public static Verdict explore(Program program) {
    return explore(program, Budget.DEFAULT);
  }

  private static Exploration exploration(Subject subject) {
    var loader = Exploration.loader(subject.loader());
    return Exploration.of(loader, () -> subject.entry().in(loader));
  }
}
