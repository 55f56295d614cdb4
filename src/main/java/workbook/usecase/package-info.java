/// What a person can do, one class each. A command and a screen that do the same call the same
/// class.
package workbook.usecase;
