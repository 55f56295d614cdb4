package programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import workbook.Scenario;
import workbook.explore.ChosenProgram;
import workbook.explore.FinalStates;

/// Two or three threads that do a few random things, most of which wait by looking again and again.
/// [ChosenProgram] says which program this is: its number. How it ends is told to [FinalStates].
public final class RandomSpinning implements Scenario {
  /// What a thread can do. Values are 0 and 1.
  public enum Kind {
    /// Writes the value.
    WRITE,
    /// Looks once, and keeps what it saw.
    READ,
    /// Waits until the value is there.
    SPIN,
    /// Looks a few times for the value, and keeps whether it came.
    TRY,
    /// Takes the lock, which others may hold.
    LOCK,
    /// Gives the lock back, or takes it from whoever holds it.
    UNLOCK
  }

  /// What a thread does between two looks.
  public enum Pause {
    NONE,
    YIELD,
    SPIN_WAIT,
    SLEEP,
    /// Counts the rounds in a local variable.
    COUNT,
    /// Is in another state each second time.
    ALTERNATE
  }

  public static final int LOOKS = 3;

  /// @param first whether it is about the first of the two variables
  public record Act(Kind kind, boolean first, int value, Pause pause) {}

  private final List<List<Act>> program = program(Long.parseLong(ChosenProgram.name()));
  private final int[][] seen = new int[program.size()][];
  private final AtomicBoolean lock = new AtomicBoolean();
  private volatile int x;
  private volatile int y;

  /// What each thread does, one thing after the other.
  public static List<List<Act>> program(long seed) {
    var random = new Random(seed);
    var threads = new ArrayList<List<Act>>();
    var count = random.nextInt(4) == 0 ? 3 : 2;
    for (var thread = 0; thread < count; thread++) {
      var acts = new ArrayList<Act>();
      for (var i = 1 + random.nextInt(count == 2 ? 3 : 2); i > 0; i--) {
        acts.add(
            new Act(
                any(random, Kind.values()),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? 0 : 1,
                any(random, Pause.values())));
      }
      threads.add(acts);
    }
    return threads;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Override
  public List<Body> bodies() {
    var bodies = new ArrayList<Body>();
    for (var thread = 0; thread < program.size(); thread++) {
      var acts = program.get(thread);
      var mine = new int[acts.size()];
      seen[thread] = mine;
      bodies.add(() -> step(acts, mine, 0));
    }
    return bodies;
  }

  /// Recursion, so that the only loops are those of the program.
  private void step(List<Act> acts, int[] mine, int i) throws InterruptedException {
    if (i < acts.size()) {
      mine[i] = act(acts.get(i));
      step(acts, mine, i + 1);
    }
  }

  private int act(Act act) throws InterruptedException {
    switch (act.kind) {
      case WRITE -> {
        if (act.first) {
          x = act.value;
        } else {
          y = act.value;
        }
      }
      case READ -> {
        return look(act);
      }
      case SPIN -> spin(act);
      case TRY -> {
        for (var looks = 0; looks < LOOKS; looks++) {
          if (look(act) == act.value) {
            return 1;
          }
          pause(act);
        }
      }
      case LOCK -> {
        while (!lock.compareAndSet(false, true)) {
          pause(act);
        }
      }
      case UNLOCK -> lock.set(false);
    }
    return 0;
  }

  private void spin(Act act) throws InterruptedException {
    var rounds = 0L;
    var turn = false;
    while (look(act) != act.value) {
      if (act.pause == Pause.ALTERNATE) {
        turn = !turn;
      } else if (act.pause == Pause.COUNT) {
        rounds++;
      } else {
        pause(act);
      }
    }
  }

  private int look(Act act) {
    return act.first ? x : y;
  }

  private static void pause(Act act) throws InterruptedException {
    switch (act.pause) {
      case YIELD -> Thread.yield();
      case SPIN_WAIT -> Thread.onSpinWait();
      case SLEEP -> Thread.sleep(1);
      case NONE, COUNT, ALTERNATE -> {}
    }
  }

  @Override
  public void check() {
    FinalStates.add(state(seen, x, y, lock.get()));
  }

  public static String state(int[][] seen, int x, int y, boolean locked) {
    return Arrays.deepToString(seen) + " " + x + y + (locked ? " locked" : "");
  }
}
