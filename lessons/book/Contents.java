package book;

import java.util.List;
import workbook.Lesson;

/// The book's lessons in the order of its rooms. Adding a lesson means adding a room, a class like
/// the others here, and a line below.
public final class Contents {
  public static final List<Lesson> LESSONS =
      List.of(
          ProcessesLesson.lesson(),
          ThreadsLesson.lesson(),
          RacesLesson.lesson(),
          LocksLesson.lesson(),
          ConditionsLesson.lesson(),
          CpuLesson.lesson(),
          SocketsLesson.lesson(),
          TimeoutsLesson.lesson(),
          FuturesLesson.lesson(),
          ServersLesson.lesson(),
          IpcLesson.lesson(),
          AsyncLesson.lesson(),
          WebsocketsLesson.lesson(),
          MemoryLesson.lesson(),
          PuzzlesLesson.lesson());

  private Contents() {}
}
