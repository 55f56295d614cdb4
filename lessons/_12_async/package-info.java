/// Lesson 12: many tasks on one thread, which take turns.
package _12_async;
