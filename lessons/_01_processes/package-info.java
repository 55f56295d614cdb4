/// Lesson 01: what a process is, what it owns, and how two of them work together.
package _01_processes;
