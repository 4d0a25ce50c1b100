package org.sala.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Keeps where packages stand, and which changes left in which. */
final class ParcelProjection {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Sql sql;

  ParcelProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    Sent sent =
        new Sent(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Slice.Touched t : slice.all()) {
      if (t.kind().equals("parcel")) {
        Shown f = new Shown(slice.fields(t.id));
        boolean outgoing = f.text("direction", 3).equals("out");
        rows.add(row(t.id.value(), f, outgoing));
        sent(t, f, outgoing, sent);
      }
    }
    sql.put("parcel_row", 1, rows);
    sql.batch("delete from sent where parcel = ?", sent.gone());
    sql.batch("delete from kept_back where parcel = ?", sent.gone());
    sql.put("sent", 2, sent.made());
    sql.put("kept_back", 2, sent.kept());
    sql.batch("update sent set outcome = '' where parcel = ? and outcome <> ''", sent.reset());
    sql.batch("update sent set outcome = ? where change = ? and parcel = ?", sent.told());
  }

  private static @Nullable Object[] row(UUID id, Shown f, boolean outgoing) {
    return new @Nullable Object[] {
      id,
      outgoing,
      f.text("peer", 100),
      whole(f, "sequence"),
      f.text("digest", 64),
      f.text("state", 20),
      f.millis("received").orElse(null),
      outgoing ? ids(f, "changes").size() : told(f.text("contents", 40)),
      ids(f, "heldChanges").size(),
      f.text("answers", 64),
      f.millis("carried").isPresent(),
      !outgoing && (!ids(f, "waitingChanges").isEmpty() || f.all().containsKey("restated")),
      f.text("purpose", 40),
      ParcelRows.key(f.text("fileName", 1000)),
      whole(f, "size"),
      f.millis("sealed").or(() -> f.millis("received")).orElse(0L),
      f.millis("carried").or(() -> f.millis("sealed")).orElse(0L)
    };
  }

  private static long whole(Shown f, String key) {
    FieldState field = f.all().get(key);
    return field != null && field.value() instanceof Value.Whole w ? w.number() : 0;
  }

  /** What becomes of the rows of {@code sent}, gathered for all packages of a slice. */
  private record Sent(
      List<Object[]> gone,
      List<Object[]> made,
      List<Object[]> kept,
      List<Object[]> reset,
      List<Object[]> told) {}

  private static void sent(Slice.Touched parcel, Shown f, boolean outgoing, Sent to) {
    UUID id = parcel.id.value();
    boolean whole =
        parcel.fresh
            || parcel.cleared
            || parcel.set.containsKey("changes")
            || parcel.set.containsKey("brought")
            || parcel.set.containsKey("lostThere")
            || parcel.set.containsKey("listsRefused")
            || parcel.set.containsKey("withheld");
    if (whole) {
      if (!parcel.fresh) {
        to.gone().add(new Object[] {id});
      }
      // What came back from headquarters after a restore is there, until that was restored as well.
      String outcome = outgoing ? "" : SentRows.GIVEN_BACK;
      Set<UUID> changes =
          f.all().containsKey("lostThere")
              ? new LinkedHashSet<>()
              : new LinkedHashSet<>(ids(f, "changes"));
      if (outgoing && !f.all().containsKey("listsRefused")) {
        // What headquarters' lists say is heard of, or lost on the way, as a change is.
        changes.addAll(ids(f, "lists"));
      }
      changes.forEach(c -> to.made().add(new Object[] {c, id, outcome}));
      new LinkedHashSet<>(ids(f, "brought"))
          .stream()
              .filter(c -> !changes.contains(c))
              .forEach(c -> to.made().add(new Object[] {c, id, SentRows.BROUGHT}));
      if (outgoing) {
        words(f, "withheld")
            .filter(w -> DIGEST.matcher(w).matches())
            .forEach(r -> to.kept().add(new Object[] {r, id}));
      }
    }
    if (outgoing
        && (whole
            || parcel.set.containsKey("heldChanges")
            || parcel.set.containsKey("refusedChanges")
            || parcel.set.containsKey("waitingChanges")
            || parcel.set.containsKey("joinedChanges"))) {
      if (!whole) {
        to.reset().add(new Object[] {id});
      }
      told(f, "joinedChanges", id, SentRows.JOINED, to);
      told(f, "waitingChanges", id, SentRows.WAITING, to);
      told(f, "heldChanges", id, SentRows.HELD, to);
      told(f, "refusedChanges", id, SentRows.REFUSED, to);
    }
  }

  /** Reads a number out of text such as {@code 12 changes}, as importing writes it. */
  private static int told(String contents) {
    String number = contents.split(" ", -1)[0];
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }

  private static void told(Shown fields, String key, UUID parcel, String outcome, Sent to) {
    ids(fields, key).forEach(c -> to.told().add(new Object[] {outcome, c, parcel}));
  }

  private static List<UUID> ids(Shown fields, String key) {
    return words(fields, key).filter(w -> ID.matcher(w).matches()).map(UUID::fromString).toList();
  }

  private static Stream<String> words(Shown fields, String key) {
    return Arrays.stream(fields.text(key, Integer.MAX_VALUE).split(" ", -1));
  }
}
