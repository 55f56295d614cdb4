/// Lesson 13: a server that speaks first, over a connection that stays open.
package _13_websockets;
