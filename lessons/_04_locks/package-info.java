/// Lesson 04: what a lock guards, what it costs, and how two of them can stop a program.
package _04_locks;
