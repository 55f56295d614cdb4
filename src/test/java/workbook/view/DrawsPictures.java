package workbook.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/// A test that draws pictures. It is skipped where Java finds no fonts.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "workbook.view.DrawsPictures$Here#hasFonts",
    disabledReason = "Java finds no fonts here: install fontconfig and a font")
public @interface DrawsPictures {
  /// This machine.
  final class Here {
    private Here() {}

    static boolean hasFonts() {
      try {
        Fonts.load();
        return true;
      } catch (MissingToolException none) {
        return false;
      }
    }
  }
}
