/// Lesson 09: what became of a task: futures, pools, and the ways to ask.
package _09_futures;
