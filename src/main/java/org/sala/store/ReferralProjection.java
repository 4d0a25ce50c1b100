package org.sala.store;

import java.util.Optional;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Keeps the rows of referrals: how far each is, and until when an answer was asked for. */
final class ReferralProjection {
  private final Sql sql;

  ReferralProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice, Slice.Touched touched) {
    RecordId id = touched.id;
    Shown s = new Shown(slice.fields(id));
    Optional<RecordId> person =
        Optional.ofNullable(s.all().get("person")).map(FieldState::value).flatMap(Value::asRef);
    if (person.isEmpty()) {
      if (!touched.fresh) {
        sql.update("delete from referral_row where id = ?", id.value());
      }
      return;
    }
    sql.update(
        "merge into referral_row key(id) values (?,?,?,?,?,?)",
        id.value(),
        person.get().value(),
        s.text("state", 20),
        s.millis("sent").orElse(null),
        s.millis("due").orElse(null),
        touched.millis);
  }
}
