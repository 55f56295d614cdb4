/// Lesson 13: a server that speaks first.
package _13_websockets;
