package book;

import _13_websockets.ChatRoom;
import _13_websockets.lab.ChatConversation;
import _13_websockets.lab.FallbackTrial;
import _13_websockets.lab.FanOutTrial;
import _13_websockets.lab.HalfOpenTrial;
import _13_websockets.lab.HandshakeBytes;
import _13_websockets.lab.PollOrPushTiming;
import _13_websockets.lab.SixUses;
import _13_websockets.lab.TotalOrderTrials;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;

/// Lesson 13 of the [Contents].
final class WebsocketsLesson {
  private WebsocketsLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_13_websockets",
        "50 clients poll ten times a second. What does push save?",
        List.of("servers"),
        List.of(
            new PollOrPushTiming(),
            new ChatConversation(),
            new HandshakeBytes(),
            new TotalOrderTrials(),
            new FanOutTrial(),
            new HalfOpenTrial(),
            new FallbackTrial(),
            new SixUses()),
        List.of(),
        List.of(
            new Exercise(
                "Broadcast",
                "Every member gets every message; a slow one harms nobody.",
                ChatRoom.class)));
  }
}
