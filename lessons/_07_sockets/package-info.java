/// Lesson 07: two programs and a stream of bytes between them, which has no messages in it.
package _07_sockets;
