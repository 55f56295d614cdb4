package _13_websockets.lab;

import _13_websockets.ChatServer;
import _13_websockets.Handshake;
import java.util.HexFormat;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// A client that speaks the protocol by hand: every byte of a short conversation.
public final class HandshakeBytes implements Experiment {
  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D}; // the example of RFC 6455

  @Override
  public String id() {
    return "handshake";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("What it takes", HandshakeFindings.BYTES, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var server = new ChatServer(Loopback.anyPort(), () -> {})) {
      server.open();
      try (var client = new RawClient(server.address())) {
        var frame = Handshake.frame(HandshakeFindings.TEXT, MASK);
        client.send(frame);
        var answer = client.read();
        client.request.lines().forEach(line -> record.said("client", line));
        client.answer.lines().forEach(line -> record.said("server", line));
        record.said("client", hex(frame));
        record.said("server", hex(answer.header()) + " " + hex(answer.payload()));
        record.fact(HandshakeFindings.EXPECTED, Handshake.accept(RawClient.KEY));
        record.fact(HandshakeFindings.ACCEPT, accept(client.answer));
        record.fact(HandshakeFindings.UNDERSTOOD, answer.text());
        record.fact(HandshakeFindings.FIRST, hex(answer.header()));
        bytes(HandshakeFindings.REQUEST, client.request.length(), record);
        bytes(HandshakeFindings.RESPONSE, client.answer.length(), record);
        bytes(HandshakeFindings.SENT, frame.length, record);
        bytes(HandshakeFindings.GOT, answer.header().length + answer.payload().length, record);
      }
    }
  }

  private static String accept(String answer) {
    var lines = answer.lines().filter(line -> line.startsWith("Sec-WebSocket-Accept: "));
    return lines.map(line -> line.split(" ")[1]).findFirst().orElse("nothing said");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }

  private static void bytes(String what, int many, Recorder record) {
    record.sample(HandshakeFindings.BYTES, "bytes", what, many);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return HandshakeFindings.of(seen);
  }
}
