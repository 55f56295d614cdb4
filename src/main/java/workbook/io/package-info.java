/// Files that are whole whatever happens, and files that are watched.
package workbook.io;
