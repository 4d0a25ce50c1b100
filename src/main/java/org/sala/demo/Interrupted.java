package org.sala.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Tools;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * A laptop whose program is killed in the middle of a sentence, handed over to another officer, and
 * whose view is made anew from its journal.
 */
final class Interrupted {
  /** What a killed program ends with: 128 and the number of the signal. */
  private static final int KILLED = 128 + 9;

  private final Tools tools;
  private final Path workspace;
  private final Consumer<String> say;
  private final Class<?> typist;

  /**
   * @param typist the program that is killed
   */
  Interrupted(Tools tools, Path workspace, Consumer<String> say, Class<?> typist) {
    this.tools = tools;
    this.workspace = workspace;
    this.say = say;
    this.typist = typist;
  }

  /** What a station's lists show, row by row, and its case's history. */
  record Lists(RecordId caseId, RecordId statement, List<Object> rows) {
    static Lists of(Desk desk) {
      RecordId caseId = desk.cases().list("", "changed", true, 0, 1).getFirst().id();
      List<Object> rows = new ArrayList<>(desk.cases().list("", "changed", true, 0, 100));
      rows.addAll(desk.people().list("", "wristband", false, 0, 1000));
      rows.addAll(desk.screenings().unfinished());
      rows.addAll(desk.screenings().inCase(caseId));
      rows.addAll(desk.statements().of(caseId));
      rows.addAll(desk.exhibits().inCase(caseId));
      rows.addAll(desk.packages().list());
      rows.addAll(desk.insideSites().sites());
      rows.addAll(desk.histories().of(caseId));
      RecordId open =
          desk.statements().of(caseId).stream()
              .filter(s -> s.state() == Statements.State.OPEN)
              .findFirst()
              .orElseThrow()
              .id();
      return new Lists(caseId, open, List.copyOf(rows));
    }

    @Override
    public String toString() {
      return "Lists[" + rows.size() + "]";
    }
  }

  /**
   * All of it happens.
   *
   * @param before what the lists showed
   * @return what went wrong, if anything did
   */
  Optional<String> play(String handle, String other, Lists before) throws IOException {
    int kept = killed(handle, before.statement());
    if (kept < Typing.KEPT) {
      return Optional.of("a program that types is killed in the middle of it");
    }
    Optional<Desk> again = enter(new Workplace(workspace, tools), handle);
    if (again.isEmpty()) {
      return Optional.of("a workspace whose program was killed opens again");
    }
    try (Desk desk = again.get()) {
      Optional<Integer> letters = letters(desk, before.statement());
      if (letters.filter(l -> l >= Typing.KEPT).isEmpty()) {
        return Optional.of("what was typed is back after the program was killed");
      }
      if (!Lists.of(desk).equals(before)) {
        return Optional.of("the lists are as they were before the program was killed");
      }
      say.accept(
          "A program was killed (SIGKILL) in the middle of a sentence: its draft is back, "
              + letters.get()
              + " letters of it, and all "
              + before.rows().size()
              + " rows of the lists are as before");
    }
    return handedOver(other, before);
  }

  private Optional<String> handedOver(String other, Lists before) {
    Optional<Desk> anew = enter(new Workplace(workspace, tools).anew(), other);
    if (anew.isEmpty()) {
      return Optional.of("another officer opens the same workspace");
    }
    try (Desk desk = anew.get()) {
      if (!Lists.of(desk).equals(before)) {
        return Optional.of("a view that was made anew shows the same lists");
      }
      say.accept(
          "The view was made anew from the journal: all "
              + before.rows().size()
              + " rows of its lists are the same");
      if (desk.drafts().of(Typing.form(before.statement())).isPresent()) {
        return Optional.of("what one officer types is no draft of another's");
      }
      desk.cases()
          .edit(
              before.caseId(),
              Map.of("place", Value.text("Example Town, north bank, by the pier")),
              "the drivers showed it");
      String wrote = desk.histories().of(before.caseId()).getFirst().authorName();
      if (!wrote.equals(desk.officers().me())) {
        return Optional.of("what an officer writes stands under that officer's name");
      }
      say.accept("The laptop was handed over: what is written now stands under " + wrote);
      return Optional.empty();
    }
  }

  private static Optional<Desk> enter(Workplace place, String handle) {
    return place.unlock(handle, WorkingNight.PASSPHRASE.toCharArray())
            instanceof Workplace.Entry.Entered entered
        ? Optional.of(entered.desk())
        : Optional.empty();
  }

  /** How much of the sentence came back; empty where it is not the sentence. */
  private static Optional<Integer> letters(Desk desk, RecordId statement) {
    String stands = desk.statements().page(statement).text(Typing.FIELD);
    return desk.drafts()
        .of(Typing.form(statement))
        .map(Drafts.Kept::typed)
        .map(typed -> typed.getOrDefault(Typing.FIELD, ""))
        .filter(typed -> (stands + Typing.SENTENCE).startsWith(typed))
        .map(typed -> typed.length() - stands.length());
  }

  /** Starts it, lets it type, and kills it while it goes on typing; returns what it had kept. */
  private int killed(String handle, RecordId statement) throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                typist.getName(),
                workspace.toString(),
                handle,
                statement.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int kept = 0;
    try (InputStream told = program.getInputStream()) {
      while (kept < Typing.KEPT && told.read() >= 0) {
        kept++;
      }
    } finally {
      program.destroyForcibly();
    }
    return program.onExit().join().exitValue() == KILLED ? kept : 0;
  }
}
