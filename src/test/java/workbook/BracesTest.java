package workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Braces stand around the body of every `if`, `else`, `for`, `while` and `do`.
@Tag("fast")
class BracesTest {
  @Test
  void everyBranchAndLoopHasBraces() throws IOException {
    var sources = ParsedSource.below("lessons", "src");
    assertTrue(sources.size() > 100, sources.size() + " files are not the whole book");
    var bare = new ArrayList<String>();
    for (var source : sources) {
      new BodyScanner(source, bare).scan(source.unit(), null);
    }
    assertEquals(List.of(), bare);
  }

  private static final class BodyScanner extends TreeScanner<Void, Void> {
    private final ParsedSource source;
    private final List<String> bare;

    BodyScanner(ParsedSource source, List<String> bare) {
      this.source = source;
      this.bare = bare;
    }

    private void mustBeBlock(String keyword, StatementTree body) {
      if (body.getKind() != Tree.Kind.BLOCK) {
        bare.add(source.place(body) + ": put braces { } around what \"" + keyword + "\" governs");
      }
    }

    @Override
    public Void visitIf(IfTree tree, Void unused) {
      mustBeBlock("if", tree.getThenStatement());
      var otherwise = tree.getElseStatement();
      if (otherwise != null && otherwise.getKind() != Tree.Kind.IF) {
        mustBeBlock("else", otherwise);
      }
      return super.visitIf(tree, unused);
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
      mustBeBlock("for", tree.getStatement());
      return super.visitForLoop(tree, unused);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      mustBeBlock("for", tree.getStatement());
      return super.visitEnhancedForLoop(tree, unused);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
      mustBeBlock("while", tree.getStatement());
      return super.visitWhileLoop(tree, unused);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
      mustBeBlock("do", tree.getStatement());
      return super.visitDoWhileLoop(tree, unused);
    }
  }
}
