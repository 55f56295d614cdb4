package workbook.cli;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import workbook.Sentences;
import workbook.compile.CompiledFiles;
import workbook.explore.Budget;
import workbook.explore.CallsRun;
import workbook.explore.Explorer;
import workbook.explore.LinearizabilityVerdict;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.io.Invocation;
import workbook.usecase.CommandException;
import workbook.usecase.CompareCalls;
import workbook.usecase.OwnProgram;
import workbook.view.DiagnosticReport;
import workbook.view.Page;
import workbook.view.VerdictReport;

/// Explores a person's own programs, and prints what comes of it.
final class OwnPrograms {
  private final Consumer<String> report;
  private final Page page;
  private final BiFunction<Subject, Budget, Verdict> search;

  /// @param report takes what is to be printed, on such a page
  OwnPrograms(Consumer<String> report, Page page) {
    this(report, page, Explorer::explore);
  }

  /// @param search explores
  OwnPrograms(Consumer<String> report, Page page, BiFunction<Subject, Budget, Verdict> search) {
    this.report = report;
    this.page = page;
    this.search = search;
  }

  /// The programs that are meant. Tests that cannot be explored are named in the report.
  ///
  /// @throws CommandException with the compiler's places when the files do not compile
  List<OwnProgram> open(OwnProgram.Request request) throws CommandException {
    return compiling(() -> OwnProgram.open(request, leftOut -> report.accept(leftOut + "\n\n")));
  }

  /// What needs the compiler.
  private interface Compiling<R> {
    R result() throws CommandException, CompiledFiles.CompilationException, InterruptedException;
  }

  private <R> R compiling(Compiling<R> work) throws CommandException {
    try {
      return work.result();
    } catch (CompiledFiles.CompilationException wrong) {
      var told = DiagnosticReport.of(wrong.diagnostics(), page).stripTrailing();
      throw CommandException.usage(told);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandException.usage("It was stopped before anything was explored.");
    }
  }

  /// Explores one, and prints before it begins what it explores. Blocks until the verdict is there.
  Verdict explore(OwnProgram program, Budget budget) {
    report.accept("Exploring %s: %s.\n\n".formatted(program.says(), reach(budget)));
    var verdict = search.apply(program.subject(), budget);
    report.accept(VerdictReport.of(program.name(), verdict, page));
    if (verdict instanceof Verdict.Refused refused && asksForInput(refused)) {
      report.accept(
          "\n"
              + Sentences.end(
                  "Give it something to read: "
                      + Invocation.of("explore %s --input=FILE".formatted(program.name())))
              + "\n");
    }
    return verdict;
  }

  /// Compares the calls of several threads with those of one, and tells what comes of it. Blocks
  /// until the verdict is there.
  LinearizabilityVerdict compare(CompareCalls question, Budget budget) throws CommandException {
    var says = "Exploring programs of %s: %s.\n\n".formatted(question.says(), reach(budget));
    var verdict = compiling(() -> question.verdict(budget, () -> report.accept(says)));
    report.accept(VerdictReport.of(question.words(), verdict, page));
    return verdict;
  }

  /// Repeats one run of one program of calls. Blocks until it has ended.
  ///
  /// @throws CommandException with one plain sentence when the schedule is of other code
  CallsRun replay(CompareCalls question, String schedule) throws CommandException {
    return compiling(() -> question.replay(schedule));
  }

  private static String reach(Budget budget) {
    var bound = budget.preemptions();
    return "every schedule with at most %d %s"
        .formatted(bound, bound == 1 ? "preemption" : "preemptions");
  }

  private static boolean asksForInput(Verdict.Refused refused) {
    return refused.what().matches("(?s).*java\\.lang\\.(System\\.in|IO\\.readln)\\b(?!, read).*");
  }
}
