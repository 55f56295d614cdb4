package workbook.view;

/// How an eye, or a printer without colours, mixes red, green and blue.
enum ColourVision {
  FULL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),

  /// Complete deuteranopia, for linear colours: Machado, Oliveira and Fernandes, 2009.
  DEUTERANOPIA(
      new double[][] {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}
      }),

  GRAY(
      new double[][] {
        {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}
      });

  private final double[][] mixture;

  ColourVision(double[][] mixture) {
    this.mixture = mixture;
  }

  /// A colour as an eye sees it, linear, from 0 to 1.
  double[] seen(int rgb) {
    var linear = new double[] {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
    var seen = new double[3];
    for (var row = 0; row < 3; row++) {
      for (var column = 0; column < 3; column++) {
        seen[row] += mixture[row][column] * linear[column];
      }
      seen[row] = Math.clamp(seen[row], 0, 1);
    }
    return seen;
  }

  private static double linear(int value) {
    var share = (value & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /// From 0, black, to 1, white.
  static double luminance(double[] colour) {
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
  }

  /// The distance of two colours that were [#seen], CIE 1976.
  static double distance(double[] one, double[] other) {
    var first = lab(one);
    var second = lab(other);
    return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
  }

  /// CIE L*a*b* with the white of sRGB, D65.
  private static double[] lab(double[] c) {
    var x = root((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    var y = root(luminance(c));
    var z = root((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double share) {
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
  }
}
