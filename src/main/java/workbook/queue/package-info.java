/// Answers for workers to grade, and the verdicts on them, in a database that several processes and
/// machines use at once. Knows nothing of exercises: a job is some bytes with a name.
package workbook.queue;
