package workbook.explore.model;

/// Stands in for the JDK's internal record of which executor a thread belongs to.
public class InternalContainer {
  public InternalContainer(boolean shared) {}

  public static InternalContainer create(String name) {
    return new InternalContainer(true);
  }

  public void start(ModelThread thread) {
    thread.start(this);
  }

  public void onStart(ModelThread thread) {}

  public void onExit(ModelThread thread) {}

  public void close() {}
}
