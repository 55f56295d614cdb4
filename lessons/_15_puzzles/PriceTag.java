package _15_puzzles;

import java.util.List;
import workbook.Scenario;

/// A price goes from 9.99 to 10.00 while a customer looks. What does the customer read?
public abstract sealed class PriceTag implements Scenario {
  private Price seen = new Price(9, 99);

  /// A price. It never changes.
  record Price(int euros, int cents) {}

  abstract void change(int euros, int cents);

  abstract Price look();

  @Override
  public List<Body> bodies() {
    return List.of(() -> change(10, 0), () -> seen = look());
  }

  @Override
  public void check() {
    if (!seen.equals(new Price(9, 99)) && !seen.equals(new Price(10, 0))) {
      throw new AssertionError("it never cost " + seen);
    }
  }

  /// Two fields that anybody sees at once, one at a time.
  public static final class Broken extends PriceTag {
    private volatile int euros = 9;
    private volatile int cents = 99;

    @Override
    void change(int euros, int cents) {
      this.euros = euros;
      this.cents = cents;
    }

    @Override
    Price look() {
      return new Price(euros, cents);
    }
  }

  /// One field, and behind it something that never changes.
  public static final class Mended extends PriceTag {
    private volatile Price price = new Price(9, 99);

    @Override
    void change(int euros, int cents) {
      price = new Price(euros, cents);
    }

    @Override
    Price look() {
      return price;
    }
  }
}
