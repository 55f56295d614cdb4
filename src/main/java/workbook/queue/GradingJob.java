package workbook.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// An answer to grade.
///
/// @param key what its verdict depends on, as a number: the same job is done once
/// @param exercise the class that the answer is to write, for example `Tally`
/// @param answer the file
public record GradingJob(String key, String exercise, byte[] answer) {
  private static final byte END = '\n';

  /// The exercise on a line of its own, and the answer as it is.
  byte[] data() {
    var name = exercise.getBytes(UTF_8);
    var data = Arrays.copyOf(name, name.length + 1 + answer.length);
    data[name.length] = END;
    System.arraycopy(answer, 0, data, name.length + 1, answer.length);
    return data;
  }

  /// The job with these [#data].
  static GradingJob of(String key, byte[] data) {
    var end = 0;
    while (data[end] != END) {
      end++;
    }
    var name = new String(data, 0, end, UTF_8);
    return new GradingJob(key, name, Arrays.copyOfRange(data, end + 1, data.length));
  }
}
