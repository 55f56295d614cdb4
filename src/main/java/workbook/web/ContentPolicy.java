package workbook.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What a browser may load and run for a page: nothing from elsewhere, and no script but the site's
/// own.
final class ContentPolicy {
  static final String HEADER = "Content-Security-Policy";

  private static final String FORM =
      "default-src 'none'; script-src 'self'%s; style-src 'self'%s; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  static final String PAGE = FORM.formatted("", "");

  /// A picture brings its own style and letters.
  static final String PICTURE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

  private static final int NONCE_BYTES = 16;

  private ContentPolicy() {}

  /// For a page with a script or a style in it that knows this word.
  static String with(String nonce) {
    var source = " 'nonce-" + nonce + "'";
    return FORM.formatted(source, source);
  }

  /// A word that nobody can guess, for one page.
  static String nonce() {
    var random = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
