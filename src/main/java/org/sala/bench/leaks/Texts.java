package org.sala.bench.leaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.history.Histories;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Every text that an officer wrote in a workspace, read out of it through its own screens. */
final class Texts {
  /** A code, a number or a digest says nothing of a person. */
  private static final Pattern CODE = Pattern.compile("[a-z0-9_.:/-]*|[0-9A-Fa-f-]{32,}");

  private static final int ALL = 10_000;

  private final Desk desk;
  private final Set<String> found = new TreeSet<>();

  private Texts(Desk desk) {
    this.desk = desk;
  }

  static Set<String> of(Desk desk) {
    Texts texts = new Texts(desk);
    texts.read();
    return texts.found;
  }

  private void read() {
    found.addAll(desk.officers().names().values());
    for (Cases.CaseLine c : desk.cases().list("", "changed", true, 0, ALL)) {
      record(c.id(), desk.cases().fields(c.id()).values());
    }
    for (People.PersonLine p : desk.people().list("", "changed", true, 0, ALL)) {
      record(p.id(), desk.people().fields(p.id()).values());
      desk.involvements().of(p.id()).forEach(i -> put(i.text("loss")));
      Triages.Sheet sheet = desk.triages().sheet(p.id());
      sheet.answers().words().values().forEach(this::put);
      for (Triages.Inside i : sheet.inside()) {
        List.of(i.name(), i.relation(), i.place()).forEach(this::put);
      }
      for (Statements.Line s : desk.statements().ofPerson(p.id())) {
        record(s.id(), desk.statements().page(s.id()).fields().values());
      }
      for (Screenings.Line s : desk.screenings().of(p.id())) {
        for (List<Given> answers : desk.screenings().page(s.id()).answers().values()) {
          answers.forEach(g -> put(g.words()));
        }
        history(s.id());
      }
    }
    for (Exhibits.ExhibitLine e : desk.exhibits().list("", "changed", true, 0, ALL)) {
      record(e.id(), desk.exhibits().fields(e.id()).values());
    }
  }

  private void record(RecordId id, Iterable<Cases.Shown> fields) {
    for (Cases.Shown f : fields) {
      put(f.value());
      f.versions().forEach(this::put);
    }
    history(id);
  }

  private void history(RecordId id) {
    for (Histories.Entry e : desk.histories().of(id)) {
      e.reason().ifPresent(this::put);
      e.fields()
          .forEach(
              f -> {
                f.before().ifPresent(this::put);
                f.after().ifPresent(this::put);
              });
    }
  }

  private void put(Value value) {
    switch (value) {
      case Value.Text t -> put(t.text());
      case Value.Listing l -> l.items().forEach(this::put);
      case Value.Parts p -> p.parts().values().forEach(this::put);
      default -> {
        // Numbers and flags are no words.
      }
    }
  }

  private void put(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length < 8 || CODE.matcher(text).matches()) {
      return;
    }
    found.add(text);
    found.addAll(threes(text));
  }

  /** Any three words in a row; of a script without spaces, any twelve letters. */
  private static List<String> threes(String text) {
    List<String> threes = new ArrayList<>();
    String[] words = text.strip().split("\\s+");
    for (int i = 0; i + 3 <= words.length; i++) {
      String three = words[i] + " " + words[i + 1] + " " + words[i + 2];
      if (three.length() >= 10) {
        threes.add(three);
      }
    }
    for (String word : words) {
      for (int i = 0; i + 12 <= word.length(); i += 3) {
        String part = word.substring(i, i + 12);
        if (part.codePointAt(0) > 0x2ff) {
          threes.add(part);
        }
      }
    }
    return threes;
  }
}
