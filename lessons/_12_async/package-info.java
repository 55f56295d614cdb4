/// Lesson 12: how one thread does many things at a time.
package _12_async;
