package _14_memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A shared number that is written and read in one of the access modes.
final class SharedNumber {
  private static final VarHandle NUMBER;

  static {
    try {
      NUMBER = MethodHandles.lookup().findVarHandle(SharedNumber.class, "number", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final MemoryOrder mode;
  private int number;

  SharedNumber(MemoryOrder mode) {
    this.mode = mode;
  }

  void set(int value) {
    switch (mode) {
      case PLAIN -> NUMBER.set(this, value);
      case OPAQUE -> NUMBER.setOpaque(this, value);
      case RELEASE_ACQUIRE -> NUMBER.setRelease(this, value);
      case VOLATILE -> NUMBER.setVolatile(this, value);
    }
  }

  int get() {
    return switch (mode) {
      case PLAIN -> (int) NUMBER.get(this);
      case OPAQUE -> (int) NUMBER.getOpaque(this);
      case RELEASE_ACQUIRE -> (int) NUMBER.getAcquire(this);
      case VOLATILE -> (int) NUMBER.getVolatile(this);
    };
  }
}
