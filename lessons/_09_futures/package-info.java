/// Futures: a result that isn't there yet.
package _09_futures;
