package _07_sockets;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Which port, which address?
///
/// What a server may bind to, and who reaches it there.
public final class PortAndAddress implements Experiment {
  private static final String FREE = "a free port that the kernel picks";
  private static final int NO_PORT = 65_536;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_TOO = {127, 0, 0, 2};

  /// An address that is nobody's: set apart for documentation (RFC 5737).
  private static final byte[] NOBODYS = {(byte) 192, 0, 2, 1};

  @Override
  public String id() {
    return "port-and-address";
  }

  @Override
  public String title() {
    return "Which port, which address?";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        "A server binds to port 0. Where does it listen?",
        "on port 0",
        FREE,
        "nowhere: an exception says that 0 is no port");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Toggle("everywhere", false));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
      var port = server.getLocalPort();
      record.fact("bind to port 0", "bound to port " + port);
      record.claim("Port 0 becomes a free port.", port > 0 && port < NO_PORT, "port " + port);
      record.claim(
          "A port in use cannot be bound again.",
          !binds("bind to a port in use", LOOPBACK, port, record),
          "BindException");
      elsewhere(port, record);
    }
    if (with.on("everywhere")) {
      everywhere(record);
    }
    record.claim("Beyond 65,535 there is no port.", !isPort(record), "IllegalArgumentException");
    binds("bind to port 80, reserved", LOOPBACK, 80, record);
    binds("bind to 192.0.2.1, not ours", NOBODYS, 0, record);
    record.answer(FREE);
  }

  private static boolean binds(String what, byte[] address, int port, Recorder record)
      throws IOException {
    try (var server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getByAddress(address), port));
      record.fact(what, "allowed on this machine");
      return true;
    } catch (BindException refused) {
      record.fact(what, refused.getMessage());
      return false;
    }
  }

  /// The same port at another address of this machine, where there is one.
  private static void elsewhere(int port, Recorder record) throws IOException {
    if (binds("bind to that port of 127.0.0.2", LOOPBACK_TOO, port, record)) {
      record.claim(
          "Who listens on 127.0.0.1 is not reached through another address.",
          connects("connect to 127.0.0.1", LOOPBACK, port, record)
              && !connects("connect to 127.0.0.2", LOOPBACK_TOO, port, record),
          "connected, refused");
    } else {
      record.note("This machine has no address 127.0.0.2 to compare with.");
    }
  }

  /// For a moment everybody in the network may connect; nobody is accepted.
  private static void everywhere(Recorder record) throws IOException {
    try (var server = new ServerSocket(0)) {
      record.fact("bind to all addresses", server.getInetAddress().getHostAddress());
      record.claim(
          "Who listens on all addresses is reached through each of them.",
          connects("connect to 127.0.0.1 of all", LOOPBACK, server.getLocalPort(), record),
          "connected");
    }
  }

  private static boolean connects(String what, byte[] address, int port, Recorder record)
      throws IOException {
    try (var client = new Socket()) {
      client.connect(
          new InetSocketAddress(InetAddress.getByAddress(address), port),
          (int) Side.LIMIT.toMillis());
      record.fact(what, "connected");
      return true;
    } catch (ConnectException refused) {
      record.fact(what, refused.getMessage());
      return false;
    }
  }

  private static boolean isPort(Recorder record) {
    try {
      var nowhere = new InetSocketAddress(NO_PORT);
      record.fact("bind to port 65,536", "" + nowhere);
      return true;
    } catch (IllegalArgumentException refused) {
      record.fact("bind to port 65,536", refused.getMessage());
      return false;
    }
  }

  @Override
  public String explanation() {
    return """
    An address names a machine, or one of its network cards; a port names a socket on it. Together
    they are given away once. A second server gets *Address already in use*, unless it asks for
    another port, or for the same port of another address.

    - **Ports** go from 1 to 65,535: the field has 16 bits. 0 means any free one. Those below 1,024
      are reserved, 80 for the Web, 443 for HTTPS; many systems leave them to the administrator.
    - **127.0.0.1** is this machine for itself. A server bound to it cannot be reached from outside,
      whatever the firewall says. Begin with it.
    - **0.0.0.0** is all addresses of the machine. In Python the empty string means that, in Java
      `new ServerSocket(port)` without an address. Then the whole network may knock: run this with
      `--everywhere yes` to see it.

    The port of a client is chosen by the kernel, too. A connection is named by both addresses and
    both ports, so one server port serves many clients.
    """;
  }
}
