/// Lesson 12: one thread, many conversations: an event loop, and coroutines that run on it.
package _12_async;
