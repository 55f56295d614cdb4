package _13_websockets;

import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;

/// The protocol of RFC 6455 with a limit for messages, including those in many frames: the library
/// itself counts their bytes only when the last frame comes.
final class BoundedDraft extends Draft_6455 {
  private final int longest;
  private int length; // of the message that has begun

  /// @param longest bytes of a message; a longer one ends its connection with the code 1009
  BoundedDraft(int longest) {
    super(List.of(), longest);
    this.longest = longest;
  }

  /// Each connection has one of its own.
  @Override
  public Draft copyInstance() {
    return new BoundedDraft(longest);
  }

  @Override
  public void processFrame(WebSocketImpl client, Framedata frame) throws InvalidDataException {
    var bytes = frame.getPayloadData().remaining();
    switch (frame.getOpcode()) {
      case TEXT, BINARY -> length = bytes;
      case CONTINUOUS -> length += bytes;
      default -> {} // control frames may come in between, and are short
    }
    if (length > longest) {
      throw new LimitExceededException(longest);
    }
    super.processFrame(client, frame);
  }
}
