/// The terminal: a menu of screens ([workbook.tui.Menu]) over a [workbook.tui.Ui], which is a whole
/// terminal screen or plain numbered prompts.
///
/// The only room that knows JLine and reads standard input.
package workbook.tui;
