package _13_websockets;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Recorder;

/// What the experiments of lesson 13 could have observed.
public final class WebsocketsMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "poll-or-push", pollOrPush(),
        "chat", chat(),
        "handshake", handshake(),
        "total-order", totalOrder(),
        "slow-consumer", slowConsumer(),
        "half-open", halfOpen(),
        "fall-back", fallBack(),
        "six-uses", sixUses());
  }

  private static List<MadeUp> pollOrPush() {
    return List.of(
        answering("30.0", costs(150, 75_000, 2_500, 0)),
        answering("0.5", costs(7, 1_000, 2_000, 1)), // a push that costs more than a poll
        answering("0.0", costs(110, 0, 2_500, 0)), // too busy to poll while the messages came
        answering(CANNOT_TELL, costs(110, 75_000, 0, 0)),
        answering(CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> costs(int poll, int polled, int pushed, int wrong) {
    return record -> {
      for (var way : List.of("polling", "long polling", "push")) {
        record.sample("clients with wrong messages", "clients", way, wrong);
      }
      record.sample("bytes for each poll", "bytes", "polling", poll);
      record.sample("bytes once all are connected, both ways", "bytes", "polling", polled);
      record.sample("bytes once all are connected, both ways", "bytes", "push", pushed);
    };
  }

  private static List<MadeUp> chat() {
    return List.of(
        answering("three: one for each client", heard(1, 1, 1, 1, 1)),
        answering("two: one for each of the others", heard(0, 1, 1, 0, 0)),
        answering("one: the network copies it", heard(0, 0, 1, 0, 0)),
        answering("three: one for each client", heard(2, 1, 0, 1, 1)),
        answering(CANNOT_TELL, record -> {}));
  }

  /// @param ann how often Ann heard herself; so for the others
  /// @param refused how often Carl was told to choose another name
  /// @param left how often Ann and Carl heard that Bob had left
  private static Consumer<Recorder> heard(int ann, int bob, int carl, int refused, int left) {
    return record -> {
      says("Ann hears", "Ann has joined.", 1, record);
      says("Ann hears", "Ann: Hello", ann, record);
      says("Bob hears", "Ann: Hello", bob, record);
      says("Carl hears", "Ann: Hello", carl, record);
      var refusal = "Choose another name: this one is taken, empty or too long.";
      says("Carl hears", refusal, refused, record);
      says("Ann hears", "Bob has left.", left, record);
      says("Carl hears", "Bob has left.", left, record);
    };
  }

  private static void says(String who, String text, int times, Recorder record) {
    for (var n = 0; n < times; n++) {
      record.said(who, text);
    }
  }

  private static List<MadeUp> handshake() {
    return List.of(
        answering("8", bytes(8, "abc=", "hi has joined.", "81 0E")),
        answering("4", bytes(4, "wrong", "hi?", "81 8E")),
        answering(CANNOT_TELL, bytes(8, "abc=", "", "88 02")),
        answering(CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> bytes(int frame, String accept, String says, String header) {
    return record -> {
      record.sample("bytes", "bytes", "frame of the client: hi", frame);
      record.fact("accept, worked out", "abc=");
      record.fact("Sec-WebSocket-Accept", accept);
      record.fact("the server says", says);
      record.fact("header of the server's frame", header);
    };
  }

  private static List<MadeUp> totalOrder() {
    return List.of(
        answering("several", orders(24, 1, 0)),
        answering("one: everybody hears the same", orders(1, 2, 5)),
        answering(CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> orders(int without, int with, int faults) {
    return record -> {
      record.sample("orders", "orders", "without a lock", without);
      record.sample("orders", "orders", "with a lock", with);
      for (var lock : List.of("without a lock", "with a lock")) {
        record.sample("messages lost", "messages", lock, faults);
        record.sample("messages heard twice", "messages", lock, faults);
        record.sample("clients that heard a thread out of order", "clients", lock, faults);
      }
    };
  }

  private static List<MadeUp> slowConsumer() {
    return List.of(
        answering("the server keeps everything for it", slow(400, 300, 400, 16)),
        answering("the others wait until it reads", slow(90, 0, 400, 17)),
        answering("the server throws away what it doesn't read", slow(400, 0, 90, 16)),
        answering(CANNOT_TELL, slow(400, 3, 400, 3)), // the kernels took nearly everything
        answering(CANNOT_TELL, record -> {}));
  }

  /// @param others messages that each of the others got
  /// @param kept for the slow client, without a bound
  /// @param late messages that the slow client got in the end
  /// @param bounded kept for it, with a bound
  private static Consumer<Recorder> slow(int others, int kept, int late, int bounded) {
    return record -> {
      record.sample("messages kept for it, at most", "messages", "keep everything", kept);
      record.sample("messages kept for it, at most", "messages", "drop", bounded);
      record.sample("messages kept for it, at most", "messages", "disconnect", bounded);
      for (var policy : List.of("keep everything", "drop", "disconnect")) {
        record.sample("messages that each of the others got", "messages", policy, others);
      }
      record.sample("messages that it got when it read after all", "messages", "never read", late);
    };
  }

  private static List<MadeUp> halfOpen() {
    return List.of(
        answering("nobody", noticed(0, 0, 0, 1_200)),
        answering("the server, when it sends", noticed(1, 0, 1, 1_200)),
        answering("nobody", noticed(0, 0, 1, 1_200).andThen(silent(31_000))), // a busy machine
        answering("nobody", noticed(0, 0, 1, 1_200).andThen(silent(31_000, 190))),
        answering("the client, at once", noticed(0, 1, 0, 0)),
        answering(CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> noticed(int server, int client, int near, double time) {
    return record -> {
      record.sample("noticed", "times", "server, without a heartbeat", server);
      record.sample("noticed", "times", "client, without a heartbeat", client);
      record.sample("noticed", "times", "client that answers, with a heartbeat", near);
      record.sample("until the server lets go, with a heartbeat", "ms", "server", time);
    };
  }

  /// @param silences of the client that answers, in ms, each time that it was let go
  private static Consumer<Recorder> silent(double... silences) {
    var near = "client that answers, with a heartbeat";
    return record -> {
      for (var silence : silences) {
        record.sample("silence of a client that was let go", "ms", near, silence);
      }
    };
  }

  private static List<MadeUp> fallBack() {
    return List.of(
        answering("all", got(20, 1, "web socket", "long polling", "refused")),
        answering("none", got(0, 0, "long polling", "web socket", "a connection")),
        answering(
            "those sent after it had fallen back",
            got(19, 0, "web socket", "long polling", "refused")),
        answering(CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> got(
      int messages, int right, String open, String blocked, String plain) {
    return record -> {
      record.fact("client on an open way", open);
      record.fact("client on a way without web sockets", blocked);
      record.fact("client that can't fall back, on that way", plain);
      record.sample("messages", "messages", "client on a way without web sockets", messages);
      record.sample("all, once, in order", "", "client on an open way", right);
      record.sample("all, once, in order", "", "client on a way without web sockets", right);
    };
  }

  private static List<MadeUp> sixUses() {
    return List.of(
        answering("5", polled(1.1, 4)),
        answering("0", polled(0.9, 0.5)),
        answering(CANNOT_TELL, record -> {}));
  }

  /// @param news how many times as many bytes polling takes for the news feed
  /// @param others the same for all other uses
  private static Consumer<Recorder> polled(double news, double others) {
    return record -> {
      for (var use : Use.values()) {
        var factor = use == Use.NEWS ? news : others;
        record.sample("polled, for one client", "bytes/s", use.says, factor);
        record.sample("pushed, for one client", "bytes/s", use.says, 1);
      }
    };
  }
}
