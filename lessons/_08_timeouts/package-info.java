/// Lesson 08: how long to wait for another program, and what each silence and each error says.
package _08_timeouts;
