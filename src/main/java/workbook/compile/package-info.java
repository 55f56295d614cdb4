/// Java text becomes class files, in memory and within limits; nothing of it is run here.
package workbook.compile;
