/// Results and observations as JSON text and back, for files and for the pipe between two JVMs.
///
/// The only room that knows Gson.
package workbook.json;
