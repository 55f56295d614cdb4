/// Lesson 01: what a process is, what it owns, and how two of them get on.
package _01_processes;
