/// The nouns of the workbook: what a lesson says and what a run saw.
///
/// Everything here is data or a contract. Nothing here prints, prompts, draws or starts a thread.
/// `run` turns an [workbook.Experiment] and its [workbook.Parameters] into a [workbook.Result],
/// `view` shows a result, `app` talks to the person. All rooms depend on this one; it depends on
/// none.
package workbook;
