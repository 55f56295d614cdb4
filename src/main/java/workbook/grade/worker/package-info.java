/// What runs in the JVM that grades a submission, and what it says to the workbook.
///
/// [workbook.grade.worker.TestWorkerMain] takes a [workbook.grade.worker.TestRequest] on standard
/// input. A [workbook.grade.worker.TestRunner] runs the tests with JUnit. What happened goes back
/// on standard output as [workbook.grade.worker.WorkerReport]s under a
/// [workbook.grade.worker.ReportSigner].
package workbook.grade.worker;
