package workbook.explore.runtime;

/// A model that makes its own decision points, with [Kernel#decisionPoint]: for most of its calls
/// the point depends on its state or on who calls.
public interface OwnDecisionPoints {}
