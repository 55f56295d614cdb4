/// Concurrent calls of one object, compared with the same calls one after the other. The explorer
/// rewrites this package like the code it explores.
package workbook.explore.calls;
