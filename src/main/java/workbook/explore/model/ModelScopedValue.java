package workbook.explore.model;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;

/// Stands in for `java.lang.ScopedValue`: a value that is bound while an operation runs, in the
/// thread that runs it. A thread started inside does not inherit it.
public final class ModelScopedValue<T> {
  private ModelScopedValue() {}

  public static <T> ModelScopedValue<T> newInstance() {
    return new ModelScopedValue<>();
  }

  public static <T> Carrier where(ModelScopedValue<T> key, T value) {
    return new Carrier(Map.of()).where(key, value);
  }

  public T get() {
    if (!isBound()) {
      throw new NoSuchElementException("ScopedValue not bound");
    }
    return bound();
  }

  public boolean isBound() {
    return ModelThread.currentThread().scope.containsKey(this);
  }

  public T orElse(T other) {
    Objects.requireNonNull(other);
    return isBound() ? bound() : other;
  }

  public <X extends Throwable> T orElseThrow(Supplier<? extends X> exception) throws X {
    Objects.requireNonNull(exception);
    if (!isBound()) {
      throw exception.get();
    }
    return bound();
  }

  @SuppressWarnings("unchecked") // only Carrier.where binds, and it asks for a T
  private T bound() {
    return (T) ModelThread.currentThread().scope.get(this);
  }

  /// Stands in for `ScopedValue.CallableOp`.
  @FunctionalInterface
  public interface CallableOp<T, X extends Throwable> {
    T call() throws X;
  }

  /// Stands in for `ScopedValue.Carrier`: bindings for an operation.
  public static final class Carrier {
    private final Map<ModelScopedValue<?>, Object> bindings;

    private Carrier(Map<ModelScopedValue<?>, Object> bindings) {
      this.bindings = bindings;
    }

    public <T> Carrier where(ModelScopedValue<T> key, T value) {
      var more = new HashMap<>(bindings);
      more.put(Objects.requireNonNull(key), value);
      return new Carrier(more);
    }

    @SuppressWarnings("unchecked") // only where binds, and it asks for a T
    public <T> T get(ModelScopedValue<T> key) {
      if (!bindings.containsKey(key)) {
        throw new NoSuchElementException("No mapping present");
      }
      return (T) bindings.get(key);
    }

    public void run(Runnable operation) {
      call(
          () -> {
            operation.run();
            return null;
          });
    }

    public <R, X extends Throwable> R call(CallableOp<? extends R, X> operation) throws X {
      var thread = ModelThread.currentThread();
      var outer = thread.scope;
      var inner = new HashMap<>(outer);
      inner.putAll(bindings);
      thread.scope = inner;
      try {
        return operation.call();
      } finally {
        thread.scope = outer;
      }
    }
  }
}
