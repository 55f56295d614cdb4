/// Lesson 06: what a second processor is good for.
package _06_cpu;
