package workbook.explore;

import java.io.Serializable;

/// A small concurrent program written on the spot. It is serialisable so that the explorer can find
/// out which method it stands for, and load that afresh.
@FunctionalInterface
public interface Program extends Serializable {
  void run() throws Exception;
}
