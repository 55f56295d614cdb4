package _13_websockets.lab;

import java.util.Locale;

/// How news gets to a client.
enum Transport {
  POLLING,
  LONG_POLLING,
  PUSH;

  /// For example `long polling`.
  String says() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
