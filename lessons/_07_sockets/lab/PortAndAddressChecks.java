package _07_sockets.lab;

import _07_sockets.PortAndAddress;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Servers that try to bind, and clients that look for one of them.
public final class PortAndAddressChecks implements Experiment {
  private static final String HERE = "127.0.0.1";
  private static final String ALSO_HERE = "127.0.0.2";
  private static final String NOBODYS = "192.0.2.1"; // set apart for documentation (RFC 5737)

  @Override
  public String id() {
    return "port-and-address";
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
    try (var server = PortAndAddress.listen(HERE, 0)) {
      var port = server.getLocalPort();
      record.fact(PortFindings.ANY, PortFindings.BOUND + port);
      binds(PortFindings.IN_USE, HERE, port, record);
      if (binds(PortFindings.ELSEWHERE, ALSO_HERE, port, record)) {
        connects(PortFindings.TO_ITS_ADDRESS, HERE, port, record);
        connects(PortFindings.TO_ANOTHER, ALSO_HERE, port, record);
      }
    } catch (BindException | IllegalArgumentException refused) {
      record.fact(PortFindings.ANY, refused.getMessage());
    }
    if (with.on("everywhere")) { // for a moment the whole network may connect
      try (var server = PortAndAddress.listen("0.0.0.0", 0)) {
        connects(PortFindings.OF_ALL, HERE, server.getLocalPort(), record);
      }
    }
    binds(PortFindings.BEYOND, HERE, 65_536, record);
    binds("bind to port 80, reserved", HERE, 80, record);
    binds("bind to 192.0.2.1, not ours", NOBODYS, 0, record);
  }

  private static boolean binds(String what, String address, int port, Recorder record)
      throws IOException {
    try (var _ = PortAndAddress.listen(address, port)) {
      record.fact(what, PortFindings.ALLOWED);
      return true;
    } catch (BindException | IllegalArgumentException refused) {
      record.fact(what, refused.getMessage());
      return false;
    }
  }

  private static void connects(String what, String address, int port, Recorder record)
      throws IOException {
    var reached = PortAndAddress.isReached(address, port);
    record.fact(what, reached ? "connected" : "refused");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return PortFindings.of(seen);
  }
}
