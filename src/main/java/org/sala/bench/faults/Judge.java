package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.crypto.Sha256;
import org.sala.domain.RecordId;

/** Compares what a workspace shows after a fault with what was told as saved before it. */
final class Judge {
  private final Facts facts;
  private final List<String> wrong = new ArrayList<>();
  private Path outbox = Path.of("");

  Judge(Facts facts) {
    this.facts = facts;
  }

  /**
   * Opens the station, and the headquarters if it was worked at, and says what is wrong; nothing,
   * when all is well.
   */
  List<String> judge(Workers workers, boolean withHeadquarters) {
    try {
      try (Desk station = openStation(workers)) {
        outbox = workers.station().resolve("outbox");
        station(station);
      }
      if (withHeadquarters) {
        try (Desk hq = workers.openHeadquarters()) {
          headquarters(hq);
        }
      }
    } catch (Workers.NotOpened e) {
      wrong.add("does not open: " + e.getMessage());
    }
    return wrong;
  }

  /**
   * Opens the station by the passphrase that counts: the last one told, or the one that was being
   * set.
   */
  Desk openStation(Workers workers) {
    return workers.openStation(workers.station(), facts);
  }

  private void station(Desk desk) {
    if (desk.spoiledSegment().isPresent()) {
      wrong.add("the journal is spoiled");
    }
    List<People.PersonLine> people = desk.people().list("", "changed", true, 0, 5000);
    if (people.size() < Night.FOUNDED) {
      wrong.add("lost: people of the first day");
    }
    long highest = 0;
    for (People.PersonLine p : people) {
      highest = Math.max(highest, wristband(p));
      if (desk.involvements().of(p.id()).isEmpty()) {
        wrong.add("half an act: a person in no case");
      }
      edit(desk, p.id());
      desk.forms().of(p.id()).forEach(f -> form(desk, f.id()));
    }
    if (highest < facts.done("add")) {
      wrong.add("lost: person " + facts.done("add"));
    }
    for (String kept : facts.kept()) {
      kept(desk, kept.substring(0, kept.indexOf(' ')), kept.substring(kept.indexOf(' ') + 1));
    }
  }

  private static long wristband(People.PersonLine p) {
    return p.wristband().startsWith("N-") ? Long.parseLong(p.wristband().substring(2)) : 0;
  }

  private void edit(Desk desk, RecordId id) {
    String what = "edit/" + id;
    long told = facts.done(what);
    long shown = Night.number(desk, id).orElse(0L);
    if (shown < told || shown > Math.max(told, facts.begun(what))) {
      wrong.add("lost: edit " + told + ", shown is " + shown);
    }
    String other = Night.text(desk, id, "interpreter").orElse("");
    if (shown > 0 && !other.equals("n" + shown)) {
      wrong.add("half an act: edit " + shown + " beside " + other);
    }
  }

  private void form(Desk desk, RecordId id) {
    String what = "answer/" + id;
    long told = facts.done(what);
    long shown = Night.answered(desk, id);
    if (shown < told || shown > Math.max(told, facts.begun(what))) {
      wrong.add("lost: answer " + told + ", shown is " + shown);
    }
    for (Histories.Entry act : desk.histories().of(id)) {
      List<String> keys = act.fields().stream().map(Histories.FieldChange::key).toList();
      if (keys.contains("answer" + Night.SENT_AT) && !keys.contains("lastTransfer")) {
        wrong.add("half an act: an answer without what follows from it");
      }
    }
  }

  private void kept(Desk desk, String kind, String id) {
    RecordId record = RecordId.of(id);
    if (kind.equals("form")) {
      if (desk.forms().find(record).isEmpty()) {
        wrong.add("lost: a form that was begun");
      }
      return;
    }
    if (kind.equals("exhibit")) {
      Optional<Exhibits.ExhibitLine> line = desk.exhibits().find(record);
      if (line.isEmpty()) {
        wrong.add("lost: an exhibit");
      } else if (desk.exhibits().check(record, Progress.none()) != Exhibits.Condition.INTACT) {
        wrong.add("lost: an exhibit's file");
      }
      return;
    }
    Optional<PackageLine> line =
        desk.packages().list().stream().filter(p -> p.id().equals(record)).findFirst();
    if (line.isEmpty()) {
      wrong.add("lost: a sealed package");
      return;
    }
    PackageDetails details = desk.packages().details(record);
    try {
      Path file = outbox.resolve(details.fileName());
      if (!Sha256.hex(Files.readAllBytes(file)).equals(details.digest())) {
        wrong.add("spoiled: a sealed package's file");
      }
    } catch (IOException e) {
      wrong.add("lost: a sealed package's file");
    }
  }

  private void headquarters(Desk desk) {
    if (desk.spoiledSegment().isPresent()) {
      wrong.add("headquarters' journal is spoiled");
    }
    for (Map.Entry<Long, List<String>> brought : facts.imports().entrySet()) {
      long there =
          brought.getValue().stream()
              .filter(p -> desk.people().find(RecordId.of(p)).isPresent())
              .count();
      if (there != 0 && there != brought.getValue().size()) {
        wrong.add("half an import");
      }
      if (brought.getKey() <= facts.done("import") && there == 0) {
        wrong.add("lost: import " + brought.getKey());
      }
    }
  }
}
