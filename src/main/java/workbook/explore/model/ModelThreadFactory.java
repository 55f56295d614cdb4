package workbook.explore.model;

/// Stands in for `java.util.concurrent.ThreadFactory`.
public interface ModelThreadFactory {
  ModelThread newThread(Runnable task);
}
