package workbook.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workbook.Observations;
import workbook.Series;
import workbook.Span;

/// Which thing has which [Look]: decided by its name, not by the order in which things came, so
/// that a name has one colour in every chart of a result and from run to run.
///
/// A name always prefers the same colour. Only where two prefer one, the name that is later in the
/// alphabet takes another that nobody prefers.
final class Looks {
  /// Spreads names over colours. It is one of those with which the names that an experiment of the
  /// book compares hardly ever prefer the same.
  private static final int FACTOR = 0xD5A0F81D;

  private final Map<String, Look> byName = new HashMap<>();

  private Looks(Collection<String> names) {
    var sorted = new TreeSet<>(names);
    var taken = new HashSet<Integer>();
    for (var name : sorted) {
      if (taken.add(preferred(name))) {
        byName.put(name, new Look(preferred(name)));
      }
    }
    for (var name : sorted) {
      byName.computeIfAbsent(name, displaced -> new Look(free(displaced, taken)));
    }
  }

  static Looks of(Collection<String> names) {
    return new Looks(names);
  }

  /// The looks of all series of a result.
  static Looks ofSeries(Observations seen) {
    return new Looks(seen.series().stream().map(Series::name).toList());
  }

  /// The looks of the states of a timeline.
  static Looks ofStates(List<Span> spans) {
    return new Looks(spans.stream().map(Span::state).toList());
  }

  /// @param name one of those that the looks were made for
  Look of(String name) {
    return byName.get(name);
  }

  private static int preferred(String name) {
    return (name.hashCode() * FACTOR) >>> 29; // the highest three bits: 0 to 7
  }

  /// The next number that nobody has, after eight the next eight.
  private static int free(String name, Set<Integer> taken) {
    for (var all = 0; ; all += Look.COLOURS) {
      for (var step = 0; step < Look.COLOURS; step++) {
        var number = all + (preferred(name) + step) % Look.COLOURS;
        if (taken.add(number)) {
          return number;
        }
      }
    }
  }
}
