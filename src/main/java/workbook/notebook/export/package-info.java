/// A notebook that was run, as a file that is read or run without the workbook.
package workbook.notebook.export;
