package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads all SQL in the sources: what changes rows stands in the follower's classes alone. */
class OnlyTheFollowerWritesTest {
  private static final Set<String> FOLLOWER =
      Set.of(
          "Projector.java",
          "RecordRows.java",
          "AboutPersonProjection.java",
          "CaseProjection.java",
          "ExhibitProjection.java",
          "ParcelProjection.java",
          "PersonProjection.java",
          "WordProjection.java",
          "SamePersonProjection.java",
          "QuestionProjection.java",
          // How a row is put in another's place.
          "Dialect.java",
          // The one row that makes an empty view whole.
          "ViewSchema.java",
          // A view of an older version goes as a whole.
          "ViewServer.java",
          // Rows of the journal, not of the view.
          "ServerFrames.java",
          // What programs keep together beside it.
          "ServerKept.java",
          "ServerEntries.java",
          // Who may read which rows.
          "ViewAccess.java");

  private static final Pattern CHANGES =
      Pattern.compile(
          "\"\\s*(insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from|merge\\s+into|truncate\\s"
              + "|drop\\s|alter\\s|script\\s|runscript)",
          Pattern.CASE_INSENSITIVE);

  private static Set<String> writers(Path root) throws IOException {
    Set<String> writers = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      // What is measured against in bench is not ours.
      for (Path f :
          files
              .filter(p -> p.toString().endsWith(".java"))
              .filter(p -> !p.startsWith(Path.of("src/main/java/org/sala/bench")))
              .toList()) {
        if (CHANGES.matcher(Files.readString(f)).find()) {
          writers.add(f.getFileName().toString());
        }
      }
    }
    return writers;
  }

  @Test
  void onlyTheFollowerChangesRows() throws IOException {
    Set<String> writers = writers(Path.of("src/main/java"));
    assertThat(writers).contains("Projector.java");
    assertThat(FOLLOWER).containsAll(writers);
  }

  @Test
  void theCheckSeesAStatementOutsideTheFollower() throws IOException {
    assertThat(CHANGES.matcher("sql.update(\"DELETE  from field\")").find()).isTrue();
    assertThat(CHANGES.matcher("sql.update(\"\n  insert into field\")").find()).isTrue();
    assertThat(CHANGES.matcher("\"the update was set aside\"").find()).isFalse();
  }
}
