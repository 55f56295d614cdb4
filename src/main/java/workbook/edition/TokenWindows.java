package workbook.edition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Known texts, remembered by every run of so many tokens in them, to find a part of one in another
/// text. Two runs are taken for the same when their 64-bit hashes are.
final class TokenWindows {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private final int size;
  private final long leaving;
  private final Map<Long, String> sources = new HashMap<>();

  /// @param size how many tokens in a row are the same, where one text has been taken from another
  TokenWindows(int size) {
    this.size = size;
    var power = 1L;
    for (var times = 1; times < size; times++) {
      power *= BASE;
    }
    this.leaving = power;
  }

  /// Remembers a text. Of one that is shorter than a run, nothing.
  ///
  /// @param source what it is called
  void add(String source, long[] tokens) {
    for (var window : windows(tokens)) {
      sources.putIfAbsent(window, source);
    }
  }

  /// Forgets what is in this text, too.
  void remove(long[] tokens) {
    for (var window : windows(tokens)) {
      sources.remove(window);
    }
  }

  /// The text of which this one has the most; empty when it has nothing of any.
  Optional<String> sourceOf(long[] tokens) {
    var counts = new HashMap<String, Integer>();
    for (var window : windows(tokens)) {
      var source = sources.get(window);
      if (source != null) {
        counts.merge(source, 1, Integer::sum);
      }
    }
    return counts.keySet().stream()
        .max(Comparator.<String>comparingInt(counts::get).thenComparing(Comparator.reverseOrder()));
  }

  private long[] windows(long[] tokens) {
    if (tokens.length < size) {
      return new long[0];
    }
    var windows = new long[tokens.length - size + 1];
    var hash = 0L;
    for (var at = 0; at < tokens.length; at++) {
      if (at >= size) {
        hash -= tokens[at - size] * leaving;
      }
      hash = hash * BASE + tokens[at];
      if (at >= size - 1) {
        windows[at - size + 1] = hash;
      }
    }
    return windows;
  }

  /// The tokens of a text: words and numbers, and every other sign by itself. White space only
  /// divides them.
  static long[] tokens(CharSequence text) {
    var tokens = new long[text.length()];
    var count = 0;
    var at = 0;
    while (at < text.length()) {
      var sign = text.charAt(at++);
      if (Character.isWhitespace(sign)) {
        continue;
      }
      var hash = mixed(0, sign);
      if (Character.isJavaIdentifierPart(sign)) {
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
          hash = mixed(hash, text.charAt(at++));
        }
      }
      tokens[count++] = hash;
    }
    return Arrays.copyOf(tokens, count);
  }

  private static long mixed(long hash, char sign) {
    var mixed = (hash ^ sign) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 29);
  }
}
