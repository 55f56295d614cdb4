package workbook.explore.model;

/// Stands in for the JDK's internal registry of executors.
public final class InternalContainers {
  private InternalContainers() {}

  public static Object registerContainer(InternalContainer container) {
    return container;
  }

  public static void deregisterContainer(Object key) {}
}
