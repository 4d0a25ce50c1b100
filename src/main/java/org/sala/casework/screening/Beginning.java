package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Catalogue;

/** Begins a screening, with what has to be there before it. */
final class Beginning {
  private final Station station;
  private final Ledger ledger;
  private final ChildRules rules;
  private final AskedBefore before;

  Beginning(Station station, Ledger ledger, ChildRules rules) {
    this.station = station;
    this.ledger = ledger;
    this.rules = rules;
    this.before = new AskedBefore(station);
  }

  /**
   * Writes one, in the person's own scope.
   *
   * @throws CaseworkFault {@code CHILD_RULES} for a child, or where the age is in doubt, without
   *     what protects it; {@code ASKED_BEFORE} where there is an account already and the person
   *     does not want another interview, or nobody has read the first
   */
  RecordId write(
      RecordId person,
      Screenings.Setting setting,
      Catalogue catalogue,
      Optional<Child> child,
      Optional<AskedBefore.Again> again) {
    Map<String, Value> fields = new LinkedHashMap<>();
    Act act = rules.keep(person, setting.age(), child, fields);
    boolean twice = !before.screenings(person).isEmpty();
    if (twice && again.filter(a -> a.lets(rules.apply(person, setting.age()))).isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.ASKED_BEFORE);
    }
    fields.put("person", Value.ref(person));
    fields.put("form", Value.text(catalogue.id()));
    fields.put("formVersion", Value.text(catalogue.version()));
    fields.put("formDigest", Value.text(catalogue.digest()));
    fields.put("began", station.now().toValue());
    fields.put("state", Value.text(Screenings.State.OPEN.code()));
    Stored.put(fields, "language", setting.language());
    Stored.put(fields, "interpreter", setting.interpreter());
    Stored.put(fields, "present", setting.present());
    Stored.put(fields, "support", setting.support());
    if (twice) {
      again.ifPresent(
          a -> {
            fields.put("wantedAgain", Value.flag(true));
            fields.put("readBefore", Value.flag(true));
            Stored.put(fields, "newFacts", a.newFacts());
          });
    }
    RecordId id = station.ids().record();
    ledger.write(act.make(id, Kinds.SCREENING, station.scopeOf(person), fields));
    return id;
  }
}
