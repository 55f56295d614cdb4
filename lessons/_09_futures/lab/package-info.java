/// Lesson 09's experiments.
package _09_futures.lab;
