package workbook.notebook;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A notebook that is shown slide by slide: whatever a slide's code does, the others can be shown.
///
/// When code ends its JVM, the next slide starts another one, in which the slides before it run
/// again first, unheard. So they do when a slide is shown before its turn. What did not come to an
/// end before is left out then.
public final class Presentation implements AutoCloseable {
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);
  private static final Duration UNHEARD = Duration.ofSeconds(20);

  private final Notebook notebook;
  private final List<Slide> slides;
  private final String classPath;
  private final Audience audience;
  private final Set<Integer> ran = new TreeSet<>();
  private final Set<Integer> stuck = new TreeSet<>();
  private volatile boolean heard;
  private Optional<JShellSession> session = Optional.empty();

  /// Who is told what the code does, while it does it.
  public interface Audience {
    /// A line was printed. Called by a thread of the session, also after the code has ended.
    void hear(OutputLine said);

    /// A statement did not compile or threw, on purpose or not.
    ///
    /// @param source the line of code in question
    void trouble(JShellSession.Trouble trouble, String source);

    /// Something else was printed than the notebook says.
    void differs(Cell.Step step);
  }

  /// Starts nothing yet.
  ///
  /// @param classPath what the notebook's code may use, in the form of `java.class.path`
  public Presentation(Notebook notebook, String classPath, Audience audience) {
    this.notebook = notebook;
    this.slides = notebook.slides();
    this.classPath = classPath;
    this.audience = audience;
  }

  /// Which slides would run, unheard, before this one.
  ///
  /// @param slide counted from 0
  public List<Integer> owed(int slide) {
    var owed = new ArrayList<Integer>();
    for (var earlier = 0; earlier < slide; earlier++) {
      var done = ran.contains(earlier) || stuck.contains(earlier);
      if (!done && !slides.get(earlier).steps().isEmpty()) {
        owed.add(earlier);
      }
    }
    return owed;
  }

  /// Runs the code of a slide, after those it owes. Blocks until all has ended.
  ///
  /// @param slide counted from 0
  /// @return whether the JVM is still there; false when the code has ended it
  /// @throws InterruptedException when interrupted; the code is stopped, the presentation goes on
  /// @throws IOException when no JVM can be started
  public boolean run(int slide) throws InterruptedException, IOException {
    catchUp(slide);
    return perform(slide);
  }

  /// Runs statements and expressions that a person types in the same way, as if they stood before
  /// this slide. What they come to is heard, as if it were printed.
  public boolean run(int slide, String typed) throws InterruptedException, IOException {
    catchUp(slide);
    var playing = session.orElseThrow();
    var step = new Cell.Step(1, typed, List.of());
    Consumer<String> values =
        value -> tell(to -> to.hear(new OutputLine(ThreadOutput.MAIN, value)));
    report(step, playing.run(step, AS_LONG_AS_IT_TAKES, values));
    return !playing.ended();
  }

  /// Whether a person who typed this has to go on. Runs nothing, but may have to start a JVM.
  ///
  /// @throws IOException when none can be started
  public boolean isIncomplete(String typed) throws IOException {
    start();
    return session.orElseThrow().isIncomplete(typed);
  }

  /// Every variable that there is before this slide, as it is declared, with its value. Runs the
  /// slides that it owes first, as [#run] does.
  public List<String> variables(int slide) throws InterruptedException, IOException {
    catchUp(slide);
    return session.orElseThrow().variables();
  }

  private void catchUp(int slide) throws InterruptedException, IOException {
    heard = false;
    start();
    for (var owed = owed(slide); !owed.isEmpty(); owed = owed(slide)) {
      perform(owed.getFirst());
      start(); // again, if that has ended the JVM
    }
    heard = true;
  }

  private void start() throws IOException {
    if (session.isEmpty() || session.get().ended()) {
      close();
      Consumer<OutputLine> hears = said -> tell(to -> to.hear(said));
      session = Optional.of(new JShellSession(classPath, notebook.preview(), List.of(), hears));
    }
  }

  private void tell(Consumer<Audience> news) {
    if (heard) {
      news.accept(audience);
    }
  }

  private boolean perform(int slide) throws InterruptedException {
    stuck.add(slide); // unless it comes to an end
    var alive = run(slides.get(slide).steps());
    if (alive) {
      stuck.remove(slide);
      ran.add(slide);
    }
    return alive;
  }

  private boolean run(List<Cell.Step> steps) throws InterruptedException {
    var playing = session.orElseThrow();
    for (var step : steps) {
      if (!playing.ended()) {
        report(step, playing.run(step, heard ? AS_LONG_AS_IT_TAKES : UNHEARD));
      }
    }
    return !playing.ended();
  }

  private void report(Cell.Step step, JShellSession.Ran ran) {
    if (ran.trouble().isPresent()) {
      var trouble = ran.trouble().get();
      var source = step.source().lines().skip(trouble.line() - step.line()).findFirst().orElse("");
      tell(to -> to.trouble(trouble, source.strip()));
    } else {
      NotebookChecker.fault(notebook, step, ran).ifPresent(_ -> tell(to -> to.differs(step)));
    }
  }

  /// Ends what runs, and forgets what has run.
  @Override
  public void close() {
    session.ifPresent(JShellSession::close);
    session = Optional.empty();
    ran.clear();
  }
}
