/// The controlled scheduler: one run of a program under one schedule, and the search over
/// schedules.
///
/// A *run* ([Run]) executes logical threads one at a time. Each logical thread lives on a [Fiber],
/// which can be stopped in the middle and continued later. At every decision point the run asks a
/// [Chooser] what happens next; the list of answers is the schedule. [Hooks] is what rewritten code
/// calls before it touches anything shared, [Kernel] is what a model of a blocking class calls.
/// [Memory] knows who wrote what and which of it is ordered by happens-before.
///
/// Nothing here knows how classes are rewritten or which library classes are modelled.
package workbook.explore.engine;
