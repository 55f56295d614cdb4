package workbook.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each student of a class handed in for each exercise: the last file counts.
///
/// @param tasks in the order of the students' names, then of the exercises; each student has one
///   for each exercise
/// @param notes what an instructor should know of files that count for nobody, a sentence each
public record ClassWork(List<Task> tasks, List<String> notes) {
  /// What one student handed in for one exercise.
  ///
  /// @param type the class to write
  /// @param file the one that counts; empty when there is none
  /// @param late whether it came after it was due
  /// @param earlier how many others there are, which do not count
  /// @param why why there is no file, one sentence; empty when there is one
  public record Task(
      Student student,
      String type,
      Optional<HandedInFile> file,
      boolean late,
      int earlier,
      String why) {}

  /// The later one of two attempts is the one that counts.
  private static final Comparator<Attempt> LAST =
      Comparator.comparing((Attempt attempt) -> attempt.file().changed())
          .thenComparing(Attempt::version)
          .thenComparing(attempt -> attempt.file().path());

  public ClassWork {
    tasks = List.copyOf(tasks);
    notes = List.copyOf(notes);
  }

  /// Sorts out whose is what.
  ///
  /// @param types the classes that the exercises ask for
  /// @param roster who belongs to the class; empty for whoever handed something in
  /// @param due what was changed later is late; empty for never
  public static ClassWork of(
      HandedIn handedIn, List<String> types, Optional<Roster> roster, Optional<Instant> due) {
    var names = new DownloadNames(handedIn.gradescope());
    var notes = new ArrayList<String>();
    var work = new TreeMap<Student, Handed>();
    roster.ifPresent(list -> list.students().forEach(one -> work.put(one, new Handed())));
    var strangers = new TreeSet<String>();
    for (var unreadable : handedIn.unreadable()) {
      var owner = names.owner(unreadable.path());
      var student = owner.flatMap(one -> known(one.student(), roster));
      student.ifPresent(
          one -> work.computeIfAbsent(one, _ -> new Handed()).unreadable = unreadable.says());
      notes.add(unreadable.says());
    }
    for (var file : handedIn.files()) {
      var attempt = names.of(file);
      if (attempt.isEmpty()) {
        notes.add(
            "%s is in no student's folder; it was left out.".formatted(QuotedName.of(file.path())));
        continue;
      }
      var named = attempt.get().owner().student();
      var student = known(named, roster);
      if (student.isEmpty()) {
        strangers.add(
            (roster.orElseThrow().isAmbiguous(named)
                    ? "%s fits more than one student in the roster; these files were left out."
                    : "%s isn't in the roster; these files were left out.")
                .formatted(QuotedName.of(named.name())));
        continue;
      }
      work.computeIfAbsent(student.get(), _ -> new Handed()).add(attempt.get());
    }
    notes.addAll(strangers);
    var tasks = new ArrayList<Task>();
    work.forEach(
        (student, handed) -> types.forEach(type -> tasks.add(handed.task(student, type, due))));
    return new ClassWork(tasks, notes);
  }

  private static Optional<Student> known(Student named, Optional<Roster> roster) {
    return roster.isPresent() ? roster.get().find(named) : Optional.of(named);
  }

  /// What one student handed in.
  private static final class Handed {
    private final Map<String, List<Attempt>> byType = new HashMap<>();
    private String unreadable = "";

    void add(Attempt attempt) {
      byType.computeIfAbsent(attempt.type(), _ -> new ArrayList<>()).add(attempt);
    }

    Task task(Student student, String type, Optional<Instant> due) {
      var attempts = byType.getOrDefault(type, List.of());
      if (attempts.isEmpty()) {
        return new Task(student, type, Optional.empty(), false, 0, missing(type));
      }
      var last = attempts.stream().max(LAST).orElseThrow();
      var late = last.owner().late() || due.isPresent() && last.file().changed().isAfter(due.get());
      return new Task(student, type, Optional.of(last.file()), late, attempts.size() - 1, "");
    }

    private String missing(String type) {
      if (byType.isEmpty()) {
        return unreadable.isEmpty() ? "No Java file was handed in." : unreadable;
      }
      var others = byType.keySet().stream().sorted().limit(3).map(QuotedName::of).toList();
      return "There is no %s.java, only %s.java.".formatted(type, String.join(".java, ", others));
    }
  }
}
