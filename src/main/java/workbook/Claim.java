package workbook;

/// What the lesson says should hold, and the evidence of this run for or against it.
///
/// @param says the claim as a sentence, for example `No update is lost with a lock.`
/// @param held whether this run bears it out
/// @param evidence what was seen, for example `expected 5,000,000, saw 5,000,000`
public record Claim(String says, boolean held, String evidence) {}
