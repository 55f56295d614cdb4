package scenarios;

import java.util.List;

/** bad: plain stop flag (the JIT may hoist the read out of the loop) */
public class StopFlag implements Scenario {
  interface Task {
    void loop();

    void stop();
  }

  static class Bad implements Task {
    boolean stop;
    int n;

    public void loop() {
      while (!stop) {
        n++;
      }
    }

    public void stop() {
      stop = true;
    }
  }

  static class Good implements Task {
    volatile boolean stop;
    int n;

    public void loop() {
      while (!stop) {
        n++;
      }
    }

    public void stop() {
      stop = true;
    }
  }

  final Task t;

  StopFlag(Task t) {
    this.t = t;
  }

  static Scenario bad() {
    return new StopFlag(new Bad());
  }

  static Scenario good() {
    return new StopFlag(new Good());
  }

  public List<Body> bodies() {
    return List.of(t::loop, t::stop);
  }
}
