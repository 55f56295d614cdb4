package workbook.grade.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes reports as lines that only the holder of a key can write, each at its turn, and knows
/// them again among lines that were merely printed.
public final class ReportSigner {
  public static final String PREFIX = "workbook:";

  /// Length of the sign before the report, in bytes.
  private static final int SIGN = 32;

  private final Mac mac;
  private long turn;

  public ReportSigner(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /// The line that carries this report.
  public synchronized byte[] line(WorkerReport report) {
    try (var bytes = new ByteArrayOutputStream()) {
      report.write(new DataOutputStream(bytes));
      var text = bytes.toByteArray();
      var sealed = ByteBuffer.allocate(SIGN + text.length).put(sign(text)).put(text).array();
      turn++;
      return ("\n" + PREFIX + Base64.getEncoder().encodeToString(sealed) + "\n")
          .getBytes(ISO_8859_1);
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /// The report of this line, or nothing when the line is somebody else's, or comes out of turn.
  public synchronized Optional<WorkerReport> open(String line) {
    try {
      var sealed = ByteBuffer.wrap(Base64.getDecoder().decode(line.substring(PREFIX.length())));
      var sign = new byte[SIGN];
      sealed.get(sign);
      var text = new byte[sealed.remaining()];
      sealed.get(text);
      if (!MessageDigest.isEqual(sign, sign(text))) {
        return Optional.empty();
      }
      turn++;
      return Optional.of(WorkerReport.read(new DataInputStream(new ByteArrayInputStream(text))));
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException | IOException garbled) {
      return Optional.empty();
    }
  }

  private byte[] sign(byte[] text) {
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(turn).array());
    return mac.doFinal(text);
  }
}
