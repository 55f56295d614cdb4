package _07_sockets.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import _07_sockets.LettersInPieces;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A name of four letters and five bytes, all of which have arrived before the first read.
public final class LettersInPiecesTrials implements Experiment {
  @Override
  public String id() {
    return "letters-in-pieces";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("buffer", 4, 1, 64, "bytes that one read may take"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Conversation("What each read got", "client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var most = with.count("buffer");
    try (var pair = SocketPair.connect("client", "server", record)) {
      record.fact(LettersInPiecesFindings.BROKEN, read(new LettersInPieces.Broken(), most, pair));
    }
    try (var pair = SocketPair.connect("client 2", "server 2", record)) {
      record.fact(LettersInPiecesFindings.MENDED, read(new LettersInPieces.Mended(), most, pair));
    }
  }

  private static String read(LettersInPieces program, int most, SocketPair pair) throws Exception {
    var bytes = LettersInPiecesFindings.NAME.getBytes(UTF_8);
    pair.client().getOutputStream().write(bytes);
    pair.client().shutdownOutput();
    pair.awaitBytes(bytes.length);
    try {
      return program.readAll(pair.server().getInputStream(), most);
    } catch (CharacterCodingException malformed) {
      return LettersInPiecesFindings.EXCEPTION + malformed.getMessage();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LettersInPiecesFindings.of(seen);
  }
}
