/// Lesson 05: how a thread waits for something to become true, and how it is told.
package _05_conditions;
