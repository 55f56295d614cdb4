package workbook.explore.model;

/// Stands in for the JDK's internal access to `java.lang`.
public interface InternalAccess {
  void start(ModelThread thread, InternalContainer container);

  ModelThread currentCarrierThread();
}
