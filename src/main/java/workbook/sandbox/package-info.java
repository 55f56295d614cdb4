/// What keeps the code of others away from this machine: bubblewrap, Landlock and seccomp, all of
/// Linux. A JVM confines itself for good; the one that starts it decides how, and tries it out
/// first.
package workbook.sandbox;
