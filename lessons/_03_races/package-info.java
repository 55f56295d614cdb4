/// Lesson 03: what goes wrong when threads change the same thing, and what mends it.
package _03_races;
