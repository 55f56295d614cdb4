/// Lesson 08's experiments: which limit fires, what each silence and each error says.
package _08_timeouts.lab;
