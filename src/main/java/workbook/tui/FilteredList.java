package workbook.tui;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A list with one entry picked out. Letters narrow the list, digits pick an entry by its key.
final class FilteredList {
  private final List<Ui.MenuItem> entries;
  private String filter = "";
  private boolean filtering;
  private String digits = "";
  private int picked;

  /// @param start the entry picked out first; -1 for none
  FilteredList(List<Ui.MenuItem> entries, int start) {
    this.entries = List.copyOf(entries);
    this.picked = start;
  }

  /// The places of the entries that match the filter, in order.
  List<Integer> shown() {
    return IntStream.range(0, entries.size()).filter(this::matches).boxed().toList();
  }

  private boolean matches(int place) {
    var item = entries.get(place);
    return (item.key() + " " + item.label() + " " + item.detail())
        .toLowerCase(Locale.ROOT)
        .contains(filter.toLowerCase(Locale.ROOT));
  }

  /// The place of the entry picked out; empty when the filter hides them all.
  OptionalInt picked() {
    return shown().contains(picked) ? OptionalInt.of(picked) : OptionalInt.empty();
  }

  /// What the list is narrowed to.
  String filter() {
    return filter;
  }

  /// Whether letters are narrowing the list now.
  boolean filtering() {
    return filtering;
  }

  /// Goes up (negative) or down the shown entries, stopping at the ends.
  void move(int by) {
    var shown = shown();
    if (!shown.isEmpty()) {
      var none = by > 0 ? -1 : shown.size();
      var now = shown.contains(picked) ? shown.indexOf(picked) : none;
      picked = shown.get(Math.clamp(now + (long) by, 0, shown.size() - 1));
    }
    digits = "";
  }

  /// Takes a typed character: `/` begins to narrow, so does any letter; digits pick an entry.
  void type(String letter) {
    if (!filtering && letter.matches("\\d")) {
      pickByKey(letter);
    } else if (!filtering && letter.equals("/")) {
      filtering = true;
    } else {
      narrow(filter + letter);
    }
  }

  private void pickByKey(String digit) {
    digits = place(digits + digit).isPresent() ? digits + digit : digit;
    place(digits).ifPresent(place -> picked = place);
  }

  private OptionalInt place(String number) {
    return IntStream.range(0, entries.size())
        .filter(place -> isKey(entries.get(place), number))
        .findFirst();
  }

  /// Whether this is the number that picks the entry, with or without zeros in front.
  static boolean isKey(Ui.MenuItem item, String number) {
    return withoutZeros(item.key()).equals(withoutZeros(number));
  }

  private static String withoutZeros(String number) {
    return number.replaceFirst("^0+(?=.)", "");
  }

  /// Takes back the last letter of the filter.
  void erase() {
    if (filter.isEmpty()) {
      filtering = false;
    } else {
      narrow(filter.substring(0, filter.length() - 1));
    }
  }

  /// Shows all entries again.
  void clear() {
    filter = "";
    filtering = false;
  }

  private void narrow(String to) {
    filter = to;
    filtering = true;
    digits = "";
    var shown = shown();
    if (!shown.isEmpty() && !shown.contains(picked)) {
      picked = shown.getFirst();
    }
  }
}
