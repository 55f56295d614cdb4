package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Initialises the classes under test in one execution: each once, in one thread, while whoever
/// else needs the class waits (JLS 12.4.2).
///
/// So a class that is being initialised is a lock. Taking it is a decision point only once two
/// threads were found to need the class with nothing that orders them: a class that one thread
/// uses, or that was initialised before there was a second thread, costs no schedules.
final class ClassInitialiser {
  private static final StackWalker STACK = StackWalker.getInstance();

  private static final ClassValue<SharedVariable> VARIABLES =
      new ClassValue<>() {
        @Override
        protected SharedVariable computeValue(Class<?> type) {
          return SharedVariable.named("initialisation of " + type.getName());
        }
      };

  private final Execution execution;
  private final Map<Class<?>, State> states = new LinkedHashMap<>();

  /// How far the initialisation of one class is.
  private static final class State {
    final MemoryLocation location;

    /// Who initialises the class, or did; null before that.
    LogicalThread initialiser;

    boolean done;

    /// When it was done, by the initialiser's own clock.
    int tick;

    /// Why the class can never be used; null when it can.
    String failure;

    State(MemoryLocation location) {
      this.location = location;
    }

    boolean inProgress() {
      return initialiser != null && !done;
    }

    /// Whether the class was initialised before anything this thread does now.
    boolean known(LogicalThread thread) {
      return done && thread.clock.of(initialiser.id) >= tick;
    }
  }

  ClassInitialiser(Execution execution) {
    this.execution = execution;
  }

  /// The running thread needs the class. Waits while another thread initialises it.
  ///
  /// @return whether the running thread has to initialise it now
  /// @throws NoClassDefFoundError when that has failed before
  boolean begin(Class<?> type) {
    execution.mustGoOn();
    var me = execution.currentThread();
    var state = states.get(type);
    if (state == null) {
      state = new State(execution.location(type.getName()));
      states.put(type, state);
    }
    if (state.inProgress() && state.initialiser == me) {
      return false;
    }
    if (!state.known(me)) {
      locate(me, type);
      takeTurn(VARIABLES.get(type), state, type);
    }
    if (!state.done) {
      state.initialiser = me;
      state.location.markWrite(me);
      execution.scheduler.stateChanged();
      report(me, type);
      return true;
    }
    state.location.markRead(me);
    state.location.acquire(me);
    if (state.failure != null) {
      var cause = new ExceptionInInitializerError(state.failure);
      var error = new NoClassDefFoundError("Could not initialize class " + type.getName());
      error.initCause(cause);
      throw error;
    }
    return false;
  }

  private void takeTurn(SharedVariable variable, State state, Class<?> type) {
    if (execution.shared.contains(variable)) {
      execution.scheduler.decisionPoint();
    } else if (state.initialiser != null) {
      execution.discover(variable);
    }
    if (state.inProgress()) {
      state.location.markSeen(execution.currentThread());
      execution.scheduler.await(
          WaitCondition.until(WaitCondition.Kind.INITIALISATION, type, () -> !state.inProgress())
              .heldBy(() -> state.initialiser));
    }
  }

  /// The running thread has initialised the class.
  ///
  /// @return whether every thread there is, or will be, knows that from now on
  boolean end(Class<?> type) {
    end(states.get(type));
    return execution.threads().stream().filter(thread -> !thread.finished).count() == 1;
  }

  private void end(State state) {
    execution.mustGoOn();
    var me = execution.currentThread();
    state.done = true;
    state.tick = me.clock.of(me.id);
    state.location.markWrite(me);
    state.location.release(me);
    execution.scheduler.stateChanged();
  }

  /// The running thread could not initialise the class.
  ///
  /// @return what to throw
  Throwable fail(Class<?> type, Throwable thrown) {
    if (thrown instanceof Fiber.Abandoned || execution.ended()) {
      return thrown;
    }
    var state = states.get(type);
    state.failure = "Exception %s [in thread \"%s\"]".formatted(thrown, state.initialiser.name());
    end(state);
    return thrown instanceof Error ? thrown : new ExceptionInInitializerError(thrown);
  }

  /// The classes a thread is in the middle of initialising, the outermost first.
  List<String> initialisedBy(LogicalThread thread) {
    var names = new ArrayList<String>();
    states.forEach(
        (type, state) -> {
          if (state.inProgress() && state.initialiser == thread) {
            names.add(name(type));
          }
        });
    return names;
  }

  static String name(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  private void report(LogicalThread me, Class<?> type) {
    if (execution.listener != null) {
      execution.listener.called(me, me.site, type, name(type), () -> "");
    }
  }

  /// Notes where the code needs the class: the innermost line of it. The rewritten code does not
  /// say, because most uses of a class need not know.
  private void locate(LogicalThread me, Class<?> type) {
    me.target = type;
    me.ranCodeUnderTest = true;
    if (execution.listener != null) {
      STACK
          .walk(frames -> frames.filter(ClassInitialiser::usesAClass).findFirst())
          .ifPresent(frame -> me.site = location(frame, type));
    }
  }

  private static boolean usesAClass(StackWalker.StackFrame frame) {
    return frame.getLineNumber() > 0
        && !CallbackSite.isOfExplorer(frame)
        && !CallbackSite.isOfJdk(frame);
  }

  private static CodeLocation location(StackWalker.StackFrame frame, Class<?> type) {
    var file = frame.getFileName() == null ? "" : frame.getFileName();
    return CodeLocation.call(
        frame.getClassName(),
        frame.getMethodName(),
        file,
        frame.getLineNumber(),
        CodeLocation.Operation.INITIALISE,
        name(type));
  }
}
