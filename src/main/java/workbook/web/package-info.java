/// The book in a browser: a door like the command line.
package workbook.web;
