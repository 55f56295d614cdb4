/// Shows what a run saw: as text for a terminal, as a picture, as a table.
///
/// [workbook.view.RunReport] is the text a learner reads after a run, [workbook.view.Picture] the
/// same charts for a page or a slide, [workbook.view.Csv] a table with a row for each observation.
/// Everything here turns data into characters, pixels or files; nothing runs, prompts or decides.
package workbook.view;
