package programs;

import workbook.Scenario;

/// Calls what it is given, from a file of its own.
record CallsBack(Scenario.Body body) {
  void run() throws Exception {
    body.run();
  }
}
