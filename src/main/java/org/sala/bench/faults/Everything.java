package org.sala.bench.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.search.Found;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** All that a desk shows of its workspace, as lines that can be compared. */
final class Everything {
  private static final int ALL = 10_000;

  private final Desk desk;
  private final Map<String, String> lines = new TreeMap<>();

  private Everything(Desk desk) {
    this.desk = desk;
  }

  static Map<String, String> of(Desk desk) {
    Everything all = new Everything(desk);
    all.cases();
    all.people();
    all.exhibits();
    all.packages();
    all.rest();
    return all.lines;
  }

  private void put(String where, String what) {
    lines.put(where, what);
  }

  private void cases() {
    for (Cases.CaseLine c : desk.cases().list("", "changed", true, 0, ALL)) {
      put(
          "case " + c.id(),
          String.join("|", c.number(), c.title(), c.status(), c.sensitivity(), c.place())
              + "|"
              + c.people()
              + "|"
              + c.disputes());
      fields(c.id(), desk.cases().fields(c.id()));
      history(c.id());
    }
  }

  private void people() {
    int place = 0;
    for (People.PersonLine p : desk.people().list("", "name", false, 0, ALL)) {
      put("list of people " + place++, p.id().toString());
      put(
          "person " + p.id(),
          String.join(
              "|",
              p.wristband(),
              p.name(),
              p.roman(),
              p.sex(),
              p.age().name(),
              p.languages(),
              p.urgency(),
              p.finding(),
              p.forced(),
              p.defrauded()));
      fields(p.id(), desk.people().fields(p.id()));
      history(p.id());
      put(
          "parts " + p.id(),
          desk.involvements().of(p.id()).stream()
              .map(i -> i.text("forced") + "|" + i.text("defrauded"))
              .toList()
              .toString());
      put(
          "consent " + p.id(),
          desk.consents()
              .lastWord(p.id(), "investigation-and-protection", "headquarters")
              .toString());
    }
    put(
        "waiting",
        desk.tonight().waiting().stream().map(w -> w.person().toString()).toList().toString());
    put("needing action", ids(desk.people().needingAction()));
    put("waiting for screening", ids(desk.people().waitingForScreening(ALL)));
  }

  private static String ids(java.util.List<People.PersonLine> people) {
    return people.stream().map(p -> p.id().toString()).toList().toString();
  }

  private void exhibits() {
    for (Exhibits.ExhibitLine e : desk.exhibits().list("", "changed", true, 0, ALL)) {
      put("exhibit " + e.id(), String.join("|", e.number(), e.title(), e.lastEvent()));
      fields(e.id(), desk.exhibits().fields(e.id()));
      history(e.id());
      put("told: exhibit's file " + e.id(), desk.exhibits().check(e.id(), Progress.none()).name());
    }
  }

  private void packages() {
    for (PackageLine p : desk.packages().list()) {
      PackageDetails d = desk.packages().details(p.id());
      put(
          "package " + p.id(),
          String.join("|", p.purpose(), p.contents(), p.state().name(), d.fileName(), d.digest())
              + "|"
              + p.sequence()
              + "|"
              + p.size()
              + "|"
              + p.changes());
    }
  }

  private void rest() {
    put("officers", new TreeMap<>(names()).toString());
    put("told: pending", desk.pending().toString());
    put("me", desk.officers().me());
    for (String typed : new String[] {"example", "compound", "recording", "n-"}) {
      put(
          "search " + typed,
          desk.search().find(typed, 50).stream().map(Found::id).toList().toString());
    }
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    desk.officers().names().forEach((f, n) -> names.put(f.toString(), n));
    return names;
  }

  private void fields(RecordId id, Map<String, Cases.Shown> fields) {
    fields.forEach(
        (k, f) -> {
          put("field " + id + " " + k, text(f.value()));
          put(
              "versions " + id + " " + k,
              f.versions().stream().map(Everything::text).toList().toString());
        });
  }

  private void history(RecordId id) {
    int place = 0;
    for (Histories.Entry e : desk.histories().of(id)) {
      StringBuilder line = new StringBuilder(e.change() + " " + e.author() + " " + e.time());
      e.reason().ifPresent(r -> line.append(" because ").append(r));
      e.fields()
          .forEach(
              f ->
                  line.append(' ')
                      .append(f.key())
                      .append(text(f.before()))
                      .append(text(f.after())));
      put("history " + id + " " + place++, line.toString());
    }
  }

  private static String text(Optional<Value> value) {
    return value.map(Everything::text).orElse("-");
  }

  private static String text(Value value) {
    return new String(Json.write(new Value.Parts(Map.of("v", value))), StandardCharsets.UTF_8);
  }
}
