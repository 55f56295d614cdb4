/// Child programs: how to start them, read them to their end, and end them with all their
/// descendants.
package workbook.process;
