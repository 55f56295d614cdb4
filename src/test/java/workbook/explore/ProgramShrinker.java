package workbook.explore;

import java.util.ArrayList;
import java.util.List;

/// Makes a program smaller as long as it keeps a property: without a thread, without a statement,
/// without what stands around one.
final class ProgramShrinker {
  /// What is to be kept.
  interface Property {
    boolean holds(GeneratedProgram program) throws Exception;
  }

  private ProgramShrinker() {}

  /// The smallest program found that has the property.
  static GeneratedProgram shrink(GeneratedProgram program, Property property) throws Exception {
    for (var smaller : smaller(program)) {
      if (property.holds(smaller)) {
        return shrink(smaller, property);
      }
    }
    return program;
  }

  private static List<GeneratedProgram> smaller(GeneratedProgram program) {
    var all = new ArrayList<GeneratedProgram>();
    var threads = program.threads();
    for (var i = 0; threads.size() > 1 && i < threads.size(); i++) {
      var fewer = new ArrayList<>(threads);
      fewer.remove(i);
      all.add(program.withThreads(fewer));
    }
    for (var i = 0; i < threads.size(); i++) {
      for (var body : smaller(threads.get(i))) {
        var changed = new ArrayList<>(threads);
        changed.set(i, body);
        all.add(program.withThreads(changed));
      }
    }
    for (var body : smaller(program.child())) {
      all.add(new GeneratedProgram(threads, body, program.initialisers()));
    }
    for (var i = 0; i < program.initialisers().size(); i++) {
      for (var body : smaller(program.initialisers().get(i))) {
        var changed = new ArrayList<>(program.initialisers());
        changed.set(i, body);
        all.add(new GeneratedProgram(threads, program.child(), changed));
      }
    }
    return all;
  }

  private static List<List<Statement>> smaller(List<Statement> body) {
    var all = new ArrayList<List<Statement>>();
    for (var i = 0; i < body.size(); i++) {
      all.add(replaced(body, i, List.of()));
      if (body.get(i) instanceof Statement.Block block) {
        all.add(replaced(body, i, block.body()));
        for (var inner : smaller(block.body())) {
          var smallerBlock = new Statement.Block(block.begin(), inner, block.end());
          all.add(replaced(body, i, List.of(smallerBlock)));
        }
      }
    }
    return all;
  }

  private static List<Statement> replaced(List<Statement> body, int i, List<Statement> by) {
    var changed = new ArrayList<>(body);
    changed.remove(i);
    changed.addAll(i, by);
    return changed;
  }
}
