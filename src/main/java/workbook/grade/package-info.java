/// Grades a learner's file: an [workbook.Exercise] and a file become a [GradingResult].
///
/// [WorkerGrader] is the door. It reads the file ([workbook.compile.SourceText]), compiles it
/// beside the graded test ([Compiler], [DiagnosticTranslator]), and has the tests run
/// ([WorkerPool]) in a JVM that is ended afterwards ([TestWorker]). What happens there is in
/// [workbook.grade.worker].
package workbook.grade;
