/// One execution of a program under one schedule.
///
/// An [workbook.explore.runtime.Execution] runs logical threads one at a time. Each lives on a
/// [workbook.explore.runtime.Fiber], which can be stopped in the middle and continued later. At
/// every decision point the execution asks a [workbook.explore.runtime.SchedulingStrategy] what
/// happens next; the list of answers is the schedule. [workbook.explore.runtime.Hooks] is what
/// rewritten code calls before it touches anything shared, [workbook.explore.runtime.Kernel] is
/// what a model of a blocking class calls. [workbook.explore.runtime.Memory] knows who wrote what
/// and which of it is ordered by happens-before.
///
/// Nothing here knows how classes are rewritten or which library classes are modelled.
package workbook.explore.runtime;
