package workbook;

import java.util.Locale;

/// A task of a lesson: a class for the learner to write, and tests that grade it.
///
/// Everything about the exercise Tally is in its lesson's room, and found by its name: `Tally.md`
/// holds the task, the hints and what is said after it was solved; `TallyTest` grades;
/// `exercise/Tally` is the learner's class, `stub/Tally` how that began, `solution/Tally` a worked
/// answer.
///
/// @param name of the class to write, for example `Tally`
/// @param asks what it is about, one line
/// @param contract the interface that the class must implement
public record Exercise(String name, String asks, Class<?> contract) {
  /// What the tests of an exercise give in all, each exercise the same.
  public static final int POINTS = 10;

  public Exercise {
    if (!name.matches("([A-Z][a-z]+)+")) {
      throw new IllegalArgumentException("an exercise is called like TicketBooth, not " + name);
    }
  }

  /// What a learner types, for example `ticket-booth`.
  public String id() {
    return id(name);
  }

  /// What a learner types for the class called so, for example `ticket-booth` for `TicketBooth`.
  public static String id(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// The folder and package of the lesson, for example `_03_races`.
  public String room() {
    return contract.getPackageName();
  }

  /// The learner's class, for example `_03_races.exercise.TicketBooth`.
  public String type() {
    return room() + ".exercise." + name;
  }

  /// The class that the learner's began as.
  public String stub() {
    return room() + ".stub." + name;
  }

  /// The worked answer.
  public String solution() {
    return room() + ".solution." + name;
  }

  /// The JUnit class that grades.
  public String test() {
    return room() + "." + name + "Test";
  }
}
