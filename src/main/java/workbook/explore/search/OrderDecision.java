package workbook.explore.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;

/// One decision of the last execution of a [SourceSetStrategy]: what was chosen, and what is still
/// to be tried there.
final class OrderDecision {
  private static final long[] NOTHING = {};

  /// The threads that could go on; null when the decision was about a value.
  private final int[] threads;

  private final int options;

  /// Which step of the execution begins here, or which one asked for the value.
  private final int step;

  private final int fingerprint;
  private final CodeLocation place;
  private final BitSet toTry = new BitSet();
  private final List<Sleeper> asleep = new ArrayList<>();
  private int chosen;

  /// How many options were tried before the chosen one.
  private int tried;

  /// What the chosen thread's step was seen to use when its values were other than now.
  private long[] uses = NOTHING;

  OrderDecision(EnabledActions actions, int step, CodeLocation place) {
    options = actions.size();
    fingerprint = actions.fingerprint();
    threads = actions.thread(0) == null ? null : new int[options];
    for (var option = 0; threads != null && option < options; option++) {
      threads[option] = actions.thread(option).id();
    }
    this.step = step;
    this.place = place;
  }

  boolean isAboutThreads() {
    return threads != null;
  }

  boolean isSame(EnabledActions actions, CodeLocation where) {
    return fingerprint == actions.fingerprint() && place == where;
  }

  int step() {
    return step;
  }

  int chosen() {
    return chosen;
  }

  int chosenThread() {
    return threads[chosen];
  }

  CodeLocation place() {
    return place;
  }

  /// Takes over those who sleep at the decision before, and whom the step since then left asleep.
  ///
  /// @param uses of that step
  void inherit(OrderDecision before, long[] uses) {
    for (var sleeper : before.asleep) {
      if (sleeper.thread() != before.chosenThread() && !sleeper.dependsOn(uses)) {
        asleep.add(sleeper);
      }
    }
  }

  /// Chooses the first thread that is not asleep; false if all are.
  boolean chooseFirst() {
    for (var option = 0; option < options; option++) {
      if (!sleeps(threads[option])) {
        chosen = option;
        toTry.set(option);
        return true;
      }
    }
    return false;
  }

  private boolean sleeps(int thread) {
    for (var sleeper : asleep) {
      if (sleeper.thread() == thread) {
        return true;
      }
    }
    return false;
  }

  /// Sees to it that one of these threads is tried here.
  ///
  /// @param first who is, if it can go on
  void mustTry(BitSet any, int first) {
    var candidate = -1;
    for (var option = 0; option < options; option++) {
      if (any.get(threads[option])) {
        if (toTry.get(option) || sleeps(threads[option])) {
          return;
        }
        candidate = candidate < 0 || threads[option] == first ? option : candidate;
      }
    }
    if (candidate >= 0) {
      toTry.set(candidate);
    } else {
      toTry.set(0, options);
    }
  }

  /// Notes what the step that began here has used, before it is run with another value.
  void learnUses(long[] more) {
    uses = Sleeper.union(uses, more);
  }

  /// How many options were tried here before the chosen one.
  int tried() {
    return tried;
  }

  /// How many options have to be tried here, as far as is known by now.
  int known() {
    if (threads == null) {
      return options;
    }
    var left = 0;
    for (var option = toTry.nextSetBit(0); option >= 0; option = toTry.nextSetBit(option + 1)) {
      left += option != chosen && !sleeps(threads[option]) ? 1 : 0;
    }
    return tried + 1 + left;
  }

  /// Turns to the next option that is to be tried; false when there is none.
  ///
  /// @param stepUses what the step of the last one used
  boolean turn(long[] stepUses) {
    tried++;
    if (threads == null) {
      return ++chosen < options;
    }
    asleep.add(new Sleeper(threads[chosen], Sleeper.union(uses, stepUses)));
    uses = NOTHING;
    for (var option = toTry.nextSetBit(0); option >= 0; option = toTry.nextSetBit(option + 1)) {
      if (!sleeps(threads[option])) {
        chosen = option;
        return true;
      }
    }
    return false;
  }
}
