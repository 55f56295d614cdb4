package workbook;

import java.util.ArrayList;
import java.util.List;

/// What an experiment makes of what was observed: its answer to the question, and its claims.
///
/// @param answer in the words of one of the question's choices, or a number; [#CANNOT_TELL] when
///   these observations do not decide it; empty when the experiment answers nothing
/// @param claims what should hold, and whether it did
/// @param notes what the learner should know, for example why the run cannot tell
public record Findings(String answer, List<Claim> claims, List<String> notes) {
  /// The answer of a run that does not decide the question.
  public static final String CANNOT_TELL = "this run cannot tell";

  /// No answer and no claims.
  public static final Findings NONE = new Findings("", List.of(), List.of());

  public Findings {
    claims = List.copyOf(claims);
    notes = List.copyOf(notes);
  }

  /// @param answer in the words of one of the question's choices, or a number
  public static Findings answer(String answer) {
    return new Findings(answer, List.of(), List.of());
  }

  /// @param why a sentence that says what keeps the run from telling, and what to do about it
  public static Findings cannotTell(String why) {
    return new Findings(CANNOT_TELL, List.of(), List.of(why));
  }

  /// One more claim.
  ///
  /// @param says the claim as a sentence
  /// @param held whether what was observed bears it out
  /// @param evidence what was observed
  public Findings claim(String says, boolean held, String evidence) {
    var more = new ArrayList<>(claims);
    more.add(new Claim(says, held, evidence));
    return new Findings(answer, more, notes);
  }

  /// One more note.
  public Findings note(String text) {
    var more = new ArrayList<>(notes);
    more.add(text);
    return new Findings(answer, claims, more);
  }
}
