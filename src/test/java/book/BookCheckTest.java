package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.usecase.Book;
import workbook.usecase.BookCheck;

/// No part of the book is missing, or still is as its template made it.
@Tag("fast")
class BookCheckTest {
  @Test
  void nothingIsLeftToWrite() throws Exception {
    assertNotEquals(0, Answers.exercises().count());
    var lacks = new BookCheck(new Book(Contents.LESSONS), Path.of("")).lacks();
    assertEquals(List.of(), lacks, "write these, the first first");
  }
}
