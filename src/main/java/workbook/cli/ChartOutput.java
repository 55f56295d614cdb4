package workbook.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.EnvironmentCheck;
import workbook.view.PictureSize;
import workbook.view.Theme;

/// Where the charts of a run go, checked before the run.
///
/// @param kinds where to; empty for nowhere
/// @param theme the colours of the pictures
/// @param size how large the pictures are; empty for as large as each chart needs
/// @param files a file for each chart and kind of picture
record ChartOutput(Set<Kind> kinds, Theme theme, Optional<PictureSize> size, List<File> files) {
  /// Where a chart can go.
  enum Kind {
    /// The terminal, as text.
    TERM,
    /// A picture file.
    PNG,
    /// A picture file that can be enlarged without loss.
    SVG,
    /// Likewise, for print.
    PDF,
    /// A window, which is waited for.
    WINDOW;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A picture to write.
  ///
  /// @param chart its place among the experiment's charts, from 0
  record File(int chart, OutputFile file) {}

  ChartOutput {
    files = List.copyOf(files);
  }

  /// Reads what was typed.
  ///
  /// @param kinds for example `term,png`
  /// @param size for example `1600x900`
  /// @param folder where picture files go
  /// @param replace whether existing files may be replaced
  static ChartOutput of(
      Book.ExperimentRef ref,
      String kinds,
      String theme,
      Optional<String> size,
      String folder,
      boolean replace)
      throws CommandException {
    var wanted = kinds(kinds);
    if (wanted.contains(Kind.WINDOW)) {
      EnvironmentCheck.requireDisplay();
    }
    var files = new ArrayList<File>();
    for (var kind : EnumSet.of(Kind.PNG, Kind.SVG, Kind.PDF)) {
      for (var chart = 0; wanted.contains(kind) && chart < charts(ref); chart++) {
        var name = fileName(ref, chart) + "." + kind.word();
        files.add(new File(chart, OutputFile.in(folder, name, replace)));
      }
    }
    return new ChartOutput(wanted, theme(theme), size.map(PictureSize::parse), files);
  }

  private static int charts(Book.ExperimentRef ref) {
    return ref.experiment().charts().size();
  }

  /// For example `races-lost-updates`, and `races-lost-updates-2` for the second chart.
  private static String fileName(Book.ExperimentRef ref, int chart) {
    return ref.name().replace('/', '-') + (chart == 0 ? "" : "-" + (chart + 1));
  }

  private static Set<Kind> kinds(String typed) throws CommandException {
    var kinds = EnumSet.noneOf(Kind.class);
    for (var word : typed.split(",")) {
      if (!word.equalsIgnoreCase("none")) {
        kinds.add(kind(word.strip()));
      }
    }
    return kinds;
  }

  private static Kind kind(String word) throws CommandException {
    for (var kind : Kind.values()) {
      if (kind.word().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    throw CommandException.usage(
        "--chart takes term, png, svg, pdf, window or none, not '%s'.".formatted(word));
  }

  private static Theme theme(String word) throws CommandException {
    for (var theme : Theme.values()) {
      if (theme.name().equalsIgnoreCase(word)) {
        return theme;
      }
    }
    throw CommandException.usage("--theme is light or dark, not '%s'.".formatted(word));
  }
}
