package _07_sockets.lab;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import workbook.MessageEvent.Act;
import workbook.Recorder;

/// One party of a conversation, whose turns are recorded.
///
/// @param name for example `client`
/// @param peer the other party
public record Party(String name, String peer, Recorder record) {
  public static final String GIVES_UP = "gives up: ";
  static final String IS_REFUSED = "is refused";
  static final String FAILS = "fails: ";

  void turn(Act act, byte... bytes) {
    record.turn(name, act, peer, bytes);
  }

  /// Records a failure and hands it back, so that it can be thrown.
  IOException failed(IOException failure) {
    record.turn(
        name,
        switch (failure) {
          case SocketTimeoutException _ -> GIVES_UP + failure.getMessage();
          case ConnectException _ -> IS_REFUSED;
          default -> FAILS + failure.getMessage();
        });
    return failure;
  }
}
