/// The search over schedules: depth first within a preemption bound, then samples.
///
/// [workbook.explore.search.Engine] is the door. A search, a replay and a person's game differ in
/// their [workbook.explore.runtime.SchedulingStrategy] only.
package workbook.explore.search;
