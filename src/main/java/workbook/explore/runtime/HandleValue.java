package workbook.explore.runtime;

import java.lang.invoke.VarHandle;

/// A variable that is reached through a VarHandle.
///
/// @param object the object or the array; anything for a static field
/// @param index in the array
record HandleValue(
    VarHandle handle, SharedVariable variable, MemoryLocation location, Object object, int index) {
  /// Tells the listener, if there is one, that the running thread makes its step here.
  void report(Execution execution) {
    if (execution.listener != null) {
      var names = execution.names();
      execution.report(location, name(names), () -> words(names));
    }
  }

  private String name(ObjectNames names) {
    return switch (handle.coordinateTypes().size()) {
      case 0 -> names.field(Hooks.STATICS, variable);
      case 1 -> names.field(object, variable);
      default -> names.of(object) + "[" + index + "]";
    };
  }

  /// What it holds; empty when the handle cannot be asked.
  private String words(ObjectNames names) {
    try {
      var read = handle.toMethodHandle(VarHandle.AccessMode.GET);
      return names.of(
          switch (handle.coordinateTypes().size()) {
            case 0 -> read.invokeWithArguments();
            case 1 -> read.invokeWithArguments(object);
            default -> read.invokeWithArguments(object, index);
          });
    } catch (Throwable cannotBeRead) {
      return "";
    }
  }
}
