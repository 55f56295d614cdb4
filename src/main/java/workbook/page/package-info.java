/// Lesson pages: a `README.md` becomes a row of [workbook.page.LessonStep]s.
///
/// A page is written for GitHub and read by the menu, too. Its form is in
/// [workbook.page.PageParser].
package workbook.page;
