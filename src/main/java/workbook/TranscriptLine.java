package workbook;

/// A line of the transcript: what somebody said, and when.
///
/// @param at nanoseconds since the run began
/// @param speaker the thread or process that said it, for example `parent 4711`
public record TranscriptLine(long at, String speaker, String text) {}
