/// Lesson 09's experiments: who hears of a task, who waits for it, and where it runs.
package _09_futures.lab;
