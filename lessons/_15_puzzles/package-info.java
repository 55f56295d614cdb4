/// Lesson 15: the classic puzzles of concurrency, the tools that solve them, and how to find out
/// why a program is stuck.
package _15_puzzles;
