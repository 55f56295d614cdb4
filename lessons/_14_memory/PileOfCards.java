package _14_memory;

import java.util.List;
import java.util.concurrent.atomic.AtomicStampedReference;

/// A pile: ace, queen, jack. Ann takes a card. Bob takes two, and puts the first one back.
public abstract sealed class PileOfCards extends CardPile {
  private final AtomicStampedReference<Card> top = new AtomicStampedReference<>(ace, 0);

  /// The stamp that follows this one.
  abstract int next(int stamp);

  private Card take() {
    var stamp = new int[1];
    Card card;
    do {
      card = top.get(stamp);
    } while (!top.compareAndSet(card, card.below, stamp[0], next(stamp[0])));
    return card;
  }

  private void put(Card card) {
    var stamp = new int[1];
    Card before;
    do {
      before = top.get(stamp);
      card.below = before;
    } while (!top.compareAndSet(before, card, stamp[0], next(stamp[0])));
  }

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> annHas = take(),
        () -> {
          var first = take();
          bobHas = take();
          put(first);
        });
  }

  @Override
  public String outcome() {
    return cards(top.getReference());
  }

  public static final class Broken extends PileOfCards {
    @Override
    int next(int stamp) {
      return stamp;
    }
  }

  public static final class Mended extends PileOfCards {
    @Override
    int next(int stamp) {
      return stamp + 1;
    }
  }
}
