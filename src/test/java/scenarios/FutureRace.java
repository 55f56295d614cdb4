package scenarios;

import java.util.List;
import java.util.concurrent.*;

/** CompletableFuture.runAsync with a shared accumulator; good: thenCombine */
public class FutureRace implements Scenario {
  static int price(int i) {
    return i;
  }

  interface Sum {
    int sum() throws Exception;
  }

  static class Bad implements Sum {
    int total;

    public int sum() {
      var a = CompletableFuture.runAsync(() -> total += price(1));
      var b = CompletableFuture.runAsync(() -> total += price(2));
      CompletableFuture.allOf(a, b).join();
      return total;
    }
  }

  static class Good implements Sum {
    public int sum() {
      var a = CompletableFuture.supplyAsync(() -> price(1));
      var b = CompletableFuture.supplyAsync(() -> price(2));
      return a.thenCombine(b, Integer::sum).join();
    }
  }

  final Sum s;
  int got;

  FutureRace(Sum s) {
    this.s = s;
  }

  static Scenario bad() {
    return new FutureRace(new Bad());
  }

  static Scenario good() {
    return new FutureRace(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> got = s.sum());
  }

  public void check() {
    Scenario.expectEquals(3, got);
  }
}
