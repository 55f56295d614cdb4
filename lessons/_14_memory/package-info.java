/// Lesson 14: what one thread may see of what another has written.
package _14_memory;
