package workbook.explore;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import workbook.explore.calls.GivenCalls;
import workbook.explore.calls.WouldBlock;
import workbook.explore.rewrite.ExploringLoader;

/// Explores programs of calls until one fails, and makes that one smaller.
final class CallsSearch {
  private final ClassLoader original;
  private final ExploringLoader exploring;
  private final Function<ClassLoader, Supplier<Object>> tried;
  private final Function<ClassLoader, Supplier<Object>> plain;
  private final CallsCode code;
  private final Budget budget;

  CallsSearch(
      ClassLoader original,
      Function<ClassLoader, Supplier<Object>> tried,
      Function<ClassLoader, Supplier<Object>> plain,
      CallsCode code,
      Budget budget) {
    this.original = original;
    this.exploring = Exploration.loader(original);
    this.tried = tried;
    this.plain = plain;
    this.code = code;
    this.budget = budget;
  }

  /// The program, without its end if that may wait for ever; empty if it may wait for ever all the
  /// same. Runs the sequential version, one call after the other in every order.
  Optional<CallProgram> withoutStuckOrders(CallProgram program) {
    if (!canGetStuck(program)) {
      return Optional.of(program);
    }
    return Optional.of(program.withoutEnd()).filter(shorter -> !canGetStuck(shorter));
  }

  private boolean canGetStuck(CallProgram program) {
    return canGetStuck(program, new ArrayList<>(), new int[program.threads().size()]);
  }

  /// @param done the calls made so far, those before the threads left out
  /// @param places how far each thread has come
  private boolean canGetStuck(CallProgram program, List<MethodCall> done, int[] places) {
    var someGoesOn = false;
    var left = false;
    for (var thread = 0; thread < places.length; thread++) {
      var part = program.threads().get(thread);
      if (places[thread] == part.size()) {
        continue;
      }
      left = true;
      done.add(part.get(places[thread]));
      if (!waits(program.before(), done)) {
        someGoesOn = true;
        places[thread]++;
        if (canGetStuck(program, done, places)) {
          return true;
        }
        places[thread]--;
      }
      done.removeLast();
    }
    if (left) {
      return !someGoesOn;
    }
    var all = new ArrayList<>(done);
    all.addAll(program.after());
    return waits(program.before(), all);
  }

  /// Whether one of these calls waits, one after the other.
  private boolean waits(List<MethodCall> before, List<MethodCall> calls) {
    var object = plain.apply(original).get();
    var all = new ArrayList<>(before);
    all.addAll(calls);
    for (var call : all) {
      try {
        call.in(original).on(object);
      } catch (WouldBlock waits) {
        return true;
      } catch (Exception refused) {
        // That is an answer, too.
      }
    }
    return false;
  }

  /// @param programs at least one
  LinearizabilityVerdict verdict(List<CallProgram> programs) {
    var schedules = 0L;
    for (var program : programs) {
      var verdict = explore(program);
      switch (verdict) {
        case Verdict.Holds holds when holds.complete() -> schedules += holds.schedules();
        case Verdict.Fails fails -> {
          return smallest(program, fails);
        }
        default -> {
          return new LinearizabilityVerdict.Undecided(program.toString(), verdict);
        }
      }
    }
    return new LinearizabilityVerdict.Linearizable(
        programs.size(), schedules, budget.preemptions());
  }

  /// Leaves out calls as long as it fails without them.
  private LinearizabilityVerdict smallest(CallProgram program, Verdict.Fails fails) {
    for (var smaller : program.smaller()) {
      if (!canGetStuck(smaller) && explore(smaller) instanceof Verdict.Fails alike) {
        return smallest(smaller, alike);
      }
    }
    var schedule = code.write(program, fails.schedule());
    return new LinearizabilityVerdict.NotLinearizable(program.toString(), fails, schedule);
  }

  private Verdict explore(CallProgram program) {
    return exploration(program).search(budget);
  }

  /// Runs a program once.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the text is no schedule of these
  ///   calls
  CallsRun replay(String text) {
    var run = code.read(text);
    var trace = exploration(run.program()).replay(run.schedule());
    return new CallsRun(run.program().toString(), trace.repeatedBy(text));
  }

  private Exploration exploration(CallProgram program) {
    return Exploration.of(exploring, () -> runs(program));
  }

  private Supplier<Runnable> runs(CallProgram program) {
    var mine = tried.apply(exploring);
    var theirs = plain.apply(exploring);
    var parts = program.parts().stream().map(this::functions).toList();
    var run = driver();
    return () -> () -> LambdaTarget.invoke(run, null, mine, theirs, parts);
  }

  private List<Map.Entry<String, Function<Object, Object>>> functions(List<MethodCall> calls) {
    return calls.stream().map(this::function).toList();
  }

  private Map.Entry<String, Function<Object, Object>> function(MethodCall call) {
    var bound = call.in(exploring);
    return Map.entry(call.toString(), bound::on);
  }

  /// [GivenCalls#run], as the code under test sees it.
  private Method driver() {
    try {
      var type = Class.forName(GivenCalls.class.getName(), false, exploring);
      return type.getMethod("run", Supplier.class, Supplier.class, List.class);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
