package _10_servers;

/// What a server says to its clients: a class of handlers. It has a name, which another process can
/// be told.
///
/// @param handler has a constructor without parameters, which this package can call
public record HandlerType(Class<? extends Handler> handler) {
  public static final HandlerType ECHO = new HandlerType(EchoHandler.class);
  public static final HandlerType PROCESS_ID = new HandlerType(ProcessIdHandler.class);
  public static final HandlerType WAITING = new HandlerType(WaitingHandler.class);
  public static final HandlerType COMPUTING = new HandlerType(ComputingHandler.class);

  /// @param name the name of the class
  /// @throws ClassNotFoundException when there is none
  static HandlerType named(String name) throws ClassNotFoundException {
    return new HandlerType(Class.forName(name).asSubclass(Handler.class));
  }

  /// Makes a handler for one client.
  Handler create() {
    try {
      return handler.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no handler " + handler.getName(), impossible);
    }
  }
}
