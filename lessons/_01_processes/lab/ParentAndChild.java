package _01_processes.lab;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.Observations;
import workbook.TranscriptLine;

/// A parent and its child, and what the two said.
///
/// @param parent the speaker's name: `parent 4711`
/// @param child the speaker's name: `child 4712`
record ParentAndChild(String parent, String child, List<TranscriptLine> said) {
  /// The pair of each repeat.
  static List<ParentAndChild> all(Observations seen) {
    var parents = speakers(seen, "parent ");
    var children = speakers(seen, "child ");
    return IntStream.range(0, Math.min(parents.size(), children.size()))
        .mapToObj(i -> of(parents.get(i), children.get(i), seen))
        .toList();
  }

  private static List<String> speakers(Observations seen, String role) {
    var speakers = seen.transcript().stream().map(TranscriptLine::speaker);
    return speakers.filter(one -> one.startsWith(role)).distinct().toList();
  }

  private static ParentAndChild of(String parent, String child, Observations seen) {
    var both = List.of(parent, child);
    var said = seen.transcript().stream().filter(line -> both.contains(line.speaker()));
    return new ParentAndChild(parent, child, said.toList());
  }

  /// Whether parent and child each say these lines, in this order.
  boolean bothSay(List<String> lines) {
    return Stream.of(parent, child).allMatch(who -> lines(who).equals(lines));
  }

  private List<String> lines(String who) {
    return said.stream()
        .filter(line -> line.speaker().equals(who) && line.text().startsWith("line "))
        .map(TranscriptLine::text)
        .toList();
  }

  boolean goesOnLast() {
    return said.getLast().speaker().equals(parent) && said.getLast().text().startsWith("goes on");
  }

  String childPid() {
    return child.split(" ")[1];
  }

  String parentPid() {
    return parent.split(" ")[1];
  }
}
