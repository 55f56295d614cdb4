/// Lesson 04: what a lock keeps together, what it costs, and how two of them stop everything.
package _04_locks;
