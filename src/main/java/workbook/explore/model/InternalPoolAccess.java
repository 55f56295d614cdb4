package workbook.explore.model;

/// Stands in for the JDK's internal access to fork-join pools, which only the JDK itself uses.
public interface InternalPoolAccess {}
