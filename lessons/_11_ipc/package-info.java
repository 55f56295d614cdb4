/// Lesson 11: how two processes exchange messages, and what each way costs.
package _11_ipc;
