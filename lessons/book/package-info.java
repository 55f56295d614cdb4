/// The table of contents: which lessons there are, and in what order.
package book;
