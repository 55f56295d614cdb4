package workbook.course;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose a file is, and what it is, as its path tells: in a folder for each student, or as Canvas,
/// Moodle and Gradescope name what an instructor downloads.
final class DownloadNames {
  /// `leeann_LATE_12345_67890_Tally-1.java`, `leeann_12345_67890_src.zip/Tally.java`
  private static final Pattern CANVAS =
      Pattern.compile("([^/_]+)(_LATE)?_(\\d+)_\\d+_([^/]+)(/.*)?");

  /// `Ann Lee_123456_assignsubmission_file_/Tally.java`, and without the folder
  private static final Pattern MOODLE = Pattern.compile("([^/]+)_(\\d+)_assignsubmission_file_.*");

  /// `assignment_7_export/submission_98765/Tally.java`
  private static final Pattern GRADESCOPE = Pattern.compile("(?:[^/]+/)?(submission_\\d+)/.*");

  /// `Tally.java`; browsers and Canvas count what was uploaded again: `Tally-1.java`, `Tally
  /// (1).java`
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?([^/]+?)(?:-(\\d{1,3})| \\((\\d{1,3})\\))?\\.java");

  private final Map<String, Student> submitters;

  /// @param metadata what Gradescope says of its submissions; empty for nothing
  DownloadNames(String metadata) {
    submitters = submitters(metadata);
  }

  /// Whether a file or a folder is called as a course server names what was uploaded.
  static boolean isUpload(String path) {
    return CANVAS.matcher(path).matches() || MOODLE.matcher(path).matches();
  }

  /// What the path of a file says; empty for one that lies beside the students' folders.
  Optional<Attempt> of(HandedInFile file) {
    return owner(file.path())
        .map(
            owner -> {
              var parts = FILE.matcher(name(file));
              return parts.matches()
                  ? new Attempt(owner, parts.group(1), version(parts), file)
                  : new Attempt(owner, file.name(), 0, file);
            });
  }

  /// Whose a file or an archive is; empty for one that lies beside the students' folders.
  Optional<Owner> owner(String path) {
    var gradescope = GRADESCOPE.matcher(path);
    if (gradescope.matches()) {
      var id = gradescope.group(1);
      return Optional.of(new Owner(submitters.getOrDefault(id, new Student(id, id)), false));
    }
    var moodle = MOODLE.matcher(path);
    if (moodle.matches()) {
      return Optional.of(new Owner(new Student(moodle.group(2), moodle.group(1)), false));
    }
    var canvas = CANVAS.matcher(path);
    if (canvas.matches()) {
      var student = new Student(canvas.group(3), canvas.group(1));
      return Optional.of(new Owner(student, canvas.group(2) != null));
    }
    var first = path.replaceFirst("(?s)/.*", "");
    var name = first.replaceFirst("(?i)\\.(zip|tar\\.gz|tgz)$", "");
    return first.equals(path) && name.equals(first) || name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Owner(new Student(name, name), false));
  }

  /// Its name, as the student knows it.
  private static String name(HandedInFile file) {
    var canvas = CANVAS.matcher(file.path());
    if (canvas.matches() && canvas.group(5) == null) {
      return canvas.group(4);
    }
    return file.name().replaceFirst("^.*_assignsubmission_file_", "");
  }

  private static int version(Matcher parts) {
    var digits = parts.group(2) == null ? parts.group(3) : parts.group(2);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /// Reads the few lines that matter of `submission_metadata.yml`: of each submission the first
  /// submitter's name and number.
  private static Map<String, Student> submitters(String metadata) {
    var found = new HashMap<String, Student>();
    var submission = "";
    var name = "";
    for (var line : metadata.lines().toList()) {
      if (line.matches("submission_\\d+:\\s*")) {
        submission = line.strip().replace(":", "");
        name = "";
      } else if (line.matches("\\s*-?\\s*:name:.*") && name.isEmpty()) {
        name = value(line);
        found.put(submission, new Student(name, name));
      } else if (line.matches("\\s*-?\\s*:(sid|email):.*") && !name.isEmpty()) {
        var id = value(line);
        var known = found.get(submission);
        if (!id.isEmpty() && known != null && known.id().equals(known.name())) {
          found.put(submission, new Student(id, name));
        }
      }
    }
    return found;
  }

  private static String value(String line) {
    var value = line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1).strip();
    return value.matches("(['\"]).*\\1") ? value.substring(1, value.length() - 1) : value;
  }
}
