package workbook.explore.model;

import java.util.function.Supplier;
import workbook.explore.runtime.Kernel;

/// Stands in for `java.lang.ThreadLocal`: one value for each logical thread.
public class ModelThreadLocal<T> {
  public static <S> ModelThreadLocal<S> withInitial(Supplier<? extends S> supplier) {
    return new ModelThreadLocal<>() {
      @Override
      protected S initialValue() {
        return supplier.get();
      }
    };
  }

  protected T initialValue() {
    return null;
  }

  @SuppressWarnings("unchecked") // only set and initialValue put values of this local
  public T get() {
    var locals = ModelThread.currentThread().locals;
    if (!locals.containsKey(this)) {
      locals.put(this, initialValue());
    }
    return (T) locals.get(this);
  }

  public void set(T value) {
    Kernel.changed();
    ModelThread.currentThread().locals.put(this, value);
  }

  public void remove() {
    ModelThread.currentThread().locals.remove(this);
  }

  /// Stands in for `java.lang.InheritableThreadLocal`.
  public static class Inheritable<T> extends ModelThreadLocal<T> {
    protected T childValue(T parentValue) {
      return parentValue;
    }

    @SuppressWarnings("unchecked") // only set and initialValue put values of this local
    T passed(ModelThread from) {
      return childValue((T) from.locals.get(this));
    }
  }
}
