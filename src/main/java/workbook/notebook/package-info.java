/// Notebooks: JShell scripts cut into cells, which an instructor presents and a test runs.
///
/// A notebook is a `.jsh` file in the percent format, so `jshell` runs it as it stands and editors
/// that know the format show its cells. `Notebook.parse` reads one, a [JShellSession] runs its
/// steps in a JShell of its own, [NotebookChecker] compares what they print with what the notebook
/// says they print.
package workbook.notebook;
