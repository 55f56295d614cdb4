package workbook.cli;

import workbook.grade.Grader;
import workbook.sandbox.Sandbox;
import workbook.usecase.CommandException;

/// What the code of others runs in: the strongest sandbox, unless somebody has said that it may run
/// without.
final class SandboxChoice {
  private SandboxChoice() {}

  /// Starts JVMs to find out, and blocks until they have ended.
  ///
  /// @throws CommandException when no sandbox works here
  static Sandbox of(Grader.Factory graders, boolean unsandboxed)
      throws CommandException, InterruptedException {
    if (unsandboxed) {
      return Sandbox.NONE;
    }
    var strongest = graders.strongest();
    if (strongest == Sandbox.NONE) {
      throw CommandException.usage(
          "The students' code would run with your rights, because no sandbox works on this machine:"
              + " it could read your files and use the network. On Linux, install bubblewrap."
              + " Elsewhere, run this in a container, or as a user who has nothing to lose, and add"
              + " --unsandboxed.");
    }
    return strongest;
  }
}
