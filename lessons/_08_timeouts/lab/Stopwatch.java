package _08_timeouts.lab;

/// How long something has taken since its beginning.
record Stopwatch(long began) {
  static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  double millis() {
    return (System.nanoTime() - began) / 1e6;
  }
}
