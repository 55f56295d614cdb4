/// What a learner has done: events in a log ([workbook.progress.ProgressLog]), and what they add up
/// to ([workbook.progress.Progress]).
package workbook.progress;
