/// Lesson 10: one server for many clients, built in several ways.
package _10_servers;
