package workbook;

import java.util.List;

/// A room of the book: its text, its experiments, its scenarios and its exercises.
///
/// @param room the folder and package under `lessons/`, for example `_03_races`
/// @param question the question the lesson answers, one line
/// @param needs names of the lessons to read first, for example `threads`
/// @param experiments in the order of the lesson's text
/// @param scenarios in the order of the lesson's text; broken ones before their mended neighbours
/// @param exercises in the order of the lesson's text
public record Lesson(
    String room,
    String question,
    List<String> needs,
    List<Experiment> experiments,
    List<Scenario.Named> scenarios,
    List<Exercise> exercises) {
  public Lesson {
    if (!room.matches("_\\d\\d_[a-z]+")) {
      throw new IllegalArgumentException("a room is called like _03_races, not " + room);
    }
    needs = List.copyOf(needs);
    experiments = List.copyOf(experiments);
    scenarios = List.copyOf(scenarios);
    exercises = List.copyOf(exercises);
    for (var exercise : exercises) {
      if (!exercise.room().equals(room)) {
        throw new IllegalArgumentException(exercise.name() + " is not in " + room);
      }
    }
  }

  /// The number in the book, for example `03`.
  public String number() {
    return room.substring(1, 3);
  }

  /// The name a learner types, for example `races`.
  public String name() {
    return room.substring(4);
  }
}
