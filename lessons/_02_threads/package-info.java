/// Lesson 02: what a thread is, what it shares, and what it costs.
package _02_threads;
