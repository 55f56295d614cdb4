/// The room that talks with the person: commands, menu, progress.
///
/// [workbook.app.App] is the table of commands, each of them one class. The menu is a flow
/// ([workbook.app.Menu]) over a [workbook.app.Dialogue], which is a whole terminal screen or plain
/// numbered prompts. Nobody else reads standard input, knows the terminal or parses options.
package workbook.app;
