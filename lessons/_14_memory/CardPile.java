package _14_memory;

import java.util.ArrayList;
import java.util.List;

/// Three cards: who has them, and which are still in the pile.
public abstract class CardPile implements LitmusProgram {
  static final String COMPLETE = "ace, jack, queen";

  /// A card that knows which one is below it.
  static final class Card {
    final String name;
    volatile Card below;

    Card(String name, Card below) {
      this.name = name;
      this.below = below;
    }
  }

  private final Card jack = new Card("jack", null);
  private final Card queen = new Card("queen", jack);
  final Card ace = new Card("ace", queen);

  Card annHas;
  Card bobHas;

  /// All cards in sight, in the order of the alphabet.
  final String cards(Card top) {
    var names = new ArrayList<>(List.of(annHas.name, bobHas.name));
    for (var card = top; card != null; card = card.below) {
      names.add(card.name);
    }
    names.sort(null);
    return String.join(", ", names);
  }

  @Override
  public final void check() {
    if (!outcome().equals(COMPLETE)) {
      throw new AssertionError("a card is there twice: " + outcome());
    }
  }
}
