/// Experiments of lesson 01: the programs of its room, run and looked at.
package _01_processes.lab;
