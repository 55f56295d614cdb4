package workbook.web;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Lets in who has the token, and nobody whom another site has sent.
final class Guard {
  private static final int TOKEN_BYTES = 32;
  private static final String IN_ADDRESS = "token=";

  private final int port;
  private final String token;

  Guard(int port) {
    this.port = port;
    var random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
  }

  /// The address to open.
  ///
  /// @param path begins with a slash
  String address(String path) {
    return "http://%s%s?%s%s".formatted(host(), path, IN_ADDRESS, token);
  }

  private String host() {
    return "127.0.0.1:" + port;
  }

  /// What to answer in place of a page; empty when all is well.
  Optional<Response> refuse(HttpExchange request) {
    var headers = request.getRequestHeaders();
    var host = headers.getFirst("Host");
    if (!host().equals(host) && !("localhost:" + port).equals(host)) {
      return Optional.of(
          Response.says(421, "This server is for this machine only, at " + host() + "."));
    }
    var reads = request.getRequestMethod().equals("GET");
    var origin = headers.getFirst("Origin");
    if (origin == null ? !reads : !origin.equals("http://" + host)) {
      return Optional.of(Response.says(403, "This request comes from another site."));
    }
    if (reads && isToken(inAddress(request))) {
      var cookie = "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookieName(), token);
      return Optional.of(
          Response.redirect(request.getRequestURI().getPath(), Map.of("Set-Cookie", cookie)));
    }
    if (!isToken(inCookie(headers.getFirst("Cookie")))) {
      return Optional.of(
          Response.says(
              403, "This address is old, or not whole. Open the one that the terminal shows."));
    }
    return Optional.empty();
  }

  /// Browsers keep cookies by host, whatever the port.
  private String cookieName() {
    return "workbook-" + port;
  }

  private static String inAddress(HttpExchange request) {
    var query = request.getRequestURI().getRawQuery();
    return query != null && query.startsWith(IN_ADDRESS)
        ? query.substring(IN_ADDRESS.length())
        : "";
  }

  private String inCookie(String cookies) {
    for (var cookie : (cookies == null ? "" : cookies).split("; *")) {
      if (cookie.startsWith(cookieName() + "=")) {
        return cookie.substring(cookieName().length() + 1);
      }
    }
    return "";
  }

  /// Takes as long for one that is nearly right as for any other.
  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }
}
