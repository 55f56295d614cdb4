package workbook;

/// A single thing worth knowing that is not a series of samples, for example `PID` and `4711`.
public record Fact(String name, String value) {}
