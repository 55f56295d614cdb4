/// The command line: each command is one class and one line in the table of [workbook.cli.App].
///
/// The only room that knows commons-cli.
package workbook.cli;
