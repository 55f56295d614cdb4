/// What an author starts from: the files of a new lesson or exercise, and which to write next.
package workbook.author;
