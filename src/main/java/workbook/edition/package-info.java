/// The book without its answers, for students, and the proof that none is in it.
package workbook.edition;
