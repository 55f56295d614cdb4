package book;

import _07_sockets.Protocol;
import _07_sockets.lab.BacklogFullTiming;
import _07_sockets.lab.ClientAndServerConversation;
import _07_sockets.lab.DialogueConversation;
import _07_sockets.lab.HalfCloseConversation;
import _07_sockets.lab.LettersInPiecesTrials;
import _07_sockets.lab.PartialReadsTrials;
import _07_sockets.lab.PortAndAddressChecks;
import _07_sockets.lab.ShortFormConversation;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;

/// Lesson 07 of the [Contents].
final class SocketsLesson {
  private SocketsLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_07_sockets",
        "A client sends one message in two writes. How many reads?",
        List.of("threads"),
        List.of(
            new ClientAndServerConversation(),
            new PartialReadsTrials(),
            new LettersInPiecesTrials(),
            new DialogueConversation(),
            new HalfCloseConversation(),
            new ShortFormConversation(),
            new BacklogFullTiming(),
            new PortAndAddressChecks()),
        List.of(),
        List.of(
            new Exercise(
                "LineProtocol", "Lines of text, from bytes in any pieces.", Protocol.class)));
  }
}
