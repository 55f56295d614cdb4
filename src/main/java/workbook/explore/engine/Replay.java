package workbook.explore.engine;

/// Makes the choices a schedule says, and the usual ones where it says nothing.
final class Replay implements Chooser {
  private final Schedule schedule;
  private int decision;
  private int turn;

  Replay(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public int choose(Run run, Options options) {
    var here = decision++;
    if (turn == schedule.turns().size() || schedule.turns().get(turn).decision() != here) return 0;
    var option = schedule.turns().get(turn++).option();
    if (option >= options.size()) {
      throw new Misfit("decision " + here + " has no option " + option);
    }
    return option;
  }

  /// Checks that every choice was asked for.
  void end() {
    if (turn < schedule.turns().size()) {
      throw new Misfit("the run ends before decision " + schedule.turns().get(turn).decision());
    }
  }

  /// The schedule is of another program.
  static final class Misfit extends IllegalArgumentException {
    Misfit(String why) {
      super("this schedule does not fit this code: " + why);
    }
  }
}
