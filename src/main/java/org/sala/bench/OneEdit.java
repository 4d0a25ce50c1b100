package org.sala.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.sala.casework.Desk;
import org.sala.casework.people.People;
import org.sala.casework.station.Saved;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * (c) One edit, until "saved" may be shown and until the view shows it, against one insert into
 * encrypted H2 with CHECKPOINT SYNC.
 */
final class OneEdit {
  private static final String TEXT = "Khlong Example, north bank, waits with the others";

  private OneEdit() {}

  static void measure(Plan plan) throws Exception {
    int edits = plan.size(400, 40);
    plan.say().accept("one edit against one insert, " + edits + " each a run");
    try (Desk desk = Workspaces.create(plan.tools(), plan.folder().resolve("one"), "c");
        Connection h2 = PlainH2.open(plan.folder().resolve("peer"))) {
      try (Statement s = h2.createStatement()) {
        s.execute("create table note(id uuid primary key, person uuid, content varchar)");
      }
      List<RecordId> people =
          desk.people()
              .register(
                  java.util.stream.IntStream.range(0, 50)
                      .mapToObj(
                          i -> new People.NewPerson("C-" + i, "Person " + i, "", "", "", "th"))
                      .toList());
      edits(desk, people, edits);
      inserts(h2, edits);
      Pair saved = new Pair();
      Pair shown = new Pair();
      for (int run = 0; run < plan.runs(); run++) {
        double peer = run % 2 == 0 ? 0 : inserts(h2, edits);
        double[] ours = edits(desk, people, edits);
        peer = run % 2 == 0 ? inserts(h2, edits) : peer;
        saved.add(ours[0], peer);
        shown.add(ours[1], peer);
      }
      String note = plan.note("medians of " + edits + " edits a run");
      plan.found().accept(saved.times("c", "one edit until it is saved", "ms", 1.0, note));
      plan.found().accept(shown.times("c", "one edit until the view shows it", "ms", 1.5, note));
    }
  }

  /** Median milliseconds until saved, and until shown. */
  private static double[] edits(Desk desk, List<RecordId> people, int edits) {
    double[] saved = new double[edits];
    double[] shown = new double[edits];
    long[] at = new long[1];
    Consumer<Saved> listener = s -> at[0] = System.nanoTime();
    desk.listenForSaved(listener);
    for (int i = 0; i < edits; i++) {
      RecordId person = people.get(i % people.size());
      long began = System.nanoTime();
      desk.people().edit(person, Map.of("interpreter", Value.text(TEXT + i)), "");
      shown[i] = (System.nanoTime() - began) / 1e6;
      saved[i] = (at[0] - began) / 1e6;
    }
    desk.forget(listener);
    Arrays.sort(saved);
    Arrays.sort(shown);
    return new double[] {Pair.middle(saved), Pair.middle(shown)};
  }

  private static double inserts(Connection h2, int inserts) throws Exception {
    double[] took = new double[inserts];
    try (PreparedStatement insert = h2.prepareStatement("insert into note values (?,?,?)");
        Statement sync = h2.createStatement()) {
      for (int i = 0; i < inserts; i++) {
        long began = System.nanoTime();
        insert.setObject(1, UUID.randomUUID());
        insert.setObject(2, UUID.randomUUID());
        insert.setString(3, TEXT + i);
        insert.executeUpdate();
        sync.execute("checkpoint sync");
        took[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(took);
    return Pair.middle(took);
  }
}
