/// Grades a learner's file: an [workbook.Exercise] and a file become a [GradingResult].
///
/// [WorkerGrader] is the door. It reads the file ([SubmissionSource]), compiles it beside the
/// graded test ([Compiler], [DiagnosticTranslator]), and has the tests run ([WorkerPool]) in a JVM
/// that is ended afterwards ([TestWorker]). In there, [workbook.grade.worker.TestWorkerMain] takes
/// the [workbook.grade.worker.TestRequest], an [workbook.grade.worker.TestRunner] runs the tests
/// with JUnit, and what happened comes back as [workbook.grade.worker.WorkerReport]s under a
/// [workbook.grade.worker.ReportSigner].
package workbook.grade;
