package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import programs.RandomSpinning;
import programs.RandomSpinning.Act;

/// Random programs that wait by looking: the explorer's verdict and the final states it finds are
/// those that an enumeration of all states finds.
@Tag("slow")
final class RandomSpinningTest {
  private static final int PROGRAMS = Integer.getInteger("spinning.programs", 300);
  private static final int PREEMPTIONS = 6;
  private static final Subject SUBJECT = Subject.named("programs.RandomSpinning");

  @Test
  void theVerdictIsThatOfAllStates() {
    var compared = 0;
    var endless = 0;
    for (var seed = 1; seed <= PROGRAMS; seed++) {
      ChosenProgram.choose(Integer.toString(seed));
      var program = RandomSpinning.program(seed);
      var all = new States(program);
      var verdict = Explorer.explore(SUBJECT, Budget.DEFAULT.withPreemptions(PREEMPTIONS));
      var found = FinalStates.take();
      var what = "program " + seed + ": " + program + "; " + verdict.says();
      if (all.stuck) {
        assertTrue(
            verdict instanceof Verdict.Fails fails && fails.kind() == FailureKind.NO_PROGRESS,
            what);
        endless++;
      } else {
        assertTrue(verdict instanceof Verdict.Holds, what);
        if (((Verdict.Holds) verdict).complete()) {
          assertEquals(all.last, found, what);
          compared++;
        }
      }
    }
    assertTrue(compared > PROGRAMS / 4, compared + " comparisons are too few to mean anything");
    assertTrue(endless > PROGRAMS / 10, endless + " programs without an end are too few");
  }

  /// All states of a program, step by step.
  private static final class States {
    /// How it can end.
    final Set<String> last = new TreeSet<>();

    /// Whether it can come to a state in which all threads wait for ever.
    boolean stuck;

    private final List<List<Act>> program;
    private final Set<String> known = new HashSet<>();
    private final ArrayDeque<State> left = new ArrayDeque<>();

    /// @param done how many acts of each thread are done
    /// @param looks how often each has looked in the act that it is in
    private record State(int[] done, int[] looks, int[][] seen, int x, int y, boolean locked) {
      State copy(int x, int y, boolean locked) {
        return new State(
            done.clone(),
            looks.clone(),
            Arrays.stream(seen).map(int[]::clone).toArray(int[][]::new),
            x,
            y,
            locked);
      }

      @Override
      public String toString() {
        return Arrays.toString(done)
            + Arrays.toString(looks)
            + RandomSpinning.state(seen, x, y, locked);
      }
    }

    States(List<List<Act>> program) {
      this.program = program;
      var threads = program.size();
      var seen = program.stream().map(acts -> new int[acts.size()]).toArray(int[][]::new);
      add(new State(new int[threads], new int[threads], seen, 0, 0, false));
      while (!left.isEmpty()) {
        from(left.remove());
      }
    }

    private void add(State state) {
      if (known.add(state.toString())) {
        left.add(state);
      }
    }

    private void from(State state) {
      var ended = true;
      var moves = false;
      for (var thread = 0; thread < program.size(); thread++) {
        if (state.done[thread] < program.get(thread).size()) {
          ended = false;
          moves |= step(state, thread, program.get(thread).get(state.done[thread]));
        }
      }
      if (ended) {
        last.add(RandomSpinning.state(state.seen, state.x, state.y, state.locked));
      } else if (!moves) {
        stuck = true;
      }
    }

    /// Whether the thread can do anything but look again.
    private boolean step(State state, int thread, Act act) {
      var value = act.first() ? state.x : state.y;
      switch (act.kind()) {
        case WRITE ->
            next(
                state.copy(
                    act.first() ? act.value() : state.x,
                    act.first() ? state.y : act.value(),
                    state.locked),
                thread,
                0);
        case READ -> next(state.copy(state.x, state.y, state.locked), thread, value);
        case SPIN -> {
          if (value != act.value()) {
            return false;
          }
          next(state.copy(state.x, state.y, state.locked), thread, 0);
        }
        case TRY -> {
          var after = state.copy(state.x, state.y, state.locked);
          if (value == act.value()) {
            next(after, thread, 1);
          } else if (++after.looks[thread] == RandomSpinning.LOOKS) {
            next(after, thread, 0);
          } else {
            add(after);
          }
        }
        case LOCK -> {
          if (state.locked) {
            return false;
          }
          next(state.copy(state.x, state.y, true), thread, 0);
        }
        case UNLOCK -> next(state.copy(state.x, state.y, false), thread, 0);
      }
      return true;
    }

    private void next(State state, int thread, int saw) {
      state.seen[thread][state.done[thread]++] = saw;
      state.looks[thread] = 0;
      add(state);
    }
  }
}
