package workbook.explore.model;

import java.util.List;

/// Stands in for the JDK's internal way from package to package.
public final class InternalSecrets {
  private InternalSecrets() {}

  public static InternalAccess getJavaLangAccess() {
    return new InternalAccess() {
      @Override
      public void start(ModelThread thread, InternalContainer container) {
        container.start(thread);
      }

      @Override
      public ModelThread currentCarrierThread() {
        return ModelThread.currentThread();
      }
    };
  }

  public static InternalLists getJavaUtilCollectionAccess() {
    return new InternalLists() {
      @Override
      @SuppressWarnings("unchecked") // whoever asks knows what it puts in
      public <E> List<E> listFromTrustedArray(Object[] elements) {
        return (List<E>) List.of(elements);
      }
    };
  }

  /// The JDK asks the common pool through this; the copies ask it directly.
  public static void setJavaUtilConcurrentFJPAccess(InternalPoolAccess access) {}
}
