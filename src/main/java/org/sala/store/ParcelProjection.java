package org.sala.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Keeps where packages stand, and which changes left in which. */
final class ParcelProjection {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Sql sql;

  ParcelProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice, Slice.Touched parcel) {
    UUID id = parcel.id.value();
    Shown f = new Shown(slice.fields(parcel.id));
    boolean outgoing = f.text("direction", 3).equals("out");
    FieldState sequence = f.all().get("sequence");
    sql.putRow(
        "parcel_row",
        1,
        id,
        outgoing,
        f.text("peer", 100),
        sequence != null && sequence.value() instanceof Value.Whole w ? w.number() : 0,
        f.text("digest", 64),
        f.text("state", 20),
        f.millis("received").orElse(null),
        outgoing ? ids(f, "changes").size() : told(f.text("contents", 40)),
        ids(f, "heldChanges").size(),
        f.text("answers", 64),
        f.millis("carried").isPresent());
    boolean whole = parcel.fresh || parcel.cleared || parcel.set.containsKey("changes");
    if (whole) {
      sql.update("delete from sent where parcel = ?", id);
      List<Object[]> rows = new ArrayList<>();
      // What came back from headquarters after a restore is there.
      String outcome = outgoing ? "" : SentRows.GIVEN_BACK;
      ids(f, "changes").forEach(c -> rows.add(new Object[] {c, id, outcome}));
      sql.put("sent", 2, rows);
    }
    if (!outgoing) {
      return;
    }
    if (whole
        || parcel.set.containsKey("heldChanges")
        || parcel.set.containsKey("refusedChanges")
        || parcel.set.containsKey("waitingChanges")) {
      sql.update("update sent set outcome = '' where parcel = ? and outcome <> ''", id);
      outcome(f, "waitingChanges", id, SentRows.WAITING);
      outcome(f, "heldChanges", id, SentRows.HELD);
      outcome(f, "refusedChanges", id, SentRows.REFUSED);
    }
  }

  /** {@code 12 changes}, as importing writes it. */
  private static int told(String contents) {
    String number = contents.split(" ", -1)[0];
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }

  private void outcome(Shown fields, String key, UUID parcel, String outcome) {
    List<Object[]> rows = new ArrayList<>();
    ids(fields, key).forEach(c -> rows.add(new Object[] {outcome, c, parcel}));
    sql.batch("update sent set outcome = ? where change = ? and parcel = ?", rows);
  }

  private static List<UUID> ids(Shown fields, String key) {
    List<UUID> ids = new ArrayList<>();
    for (String id : fields.text(key, Integer.MAX_VALUE).split(" ", -1)) {
      if (ID.matcher(id).matches()) {
        ids.add(UUID.fromString(id));
      }
    }
    return ids;
  }
}
