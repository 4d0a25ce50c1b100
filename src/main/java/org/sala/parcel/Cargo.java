package org.sala.parcel;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;

/**
 * The one table of what a package may bring, by what it is for ({@code docs/formats/package.md}).
 * What comes in by another purpose would be obeyed as if whoever may send it had: a bulletin or a
 * catalogue of a station, an erasure of anybody.
 */
final class Cargo {
  /** What headquarters alone writes for its stations, and no station for anybody. */
  private static final Set<String> OF_HEADQUARTERS =
      Set.of(Kinds.BULLETIN.key(), CatalogueKinds.CATALOGUE.key(), Kinds.RECEIPT.key());

  private static final Map<Purpose, Set<String>> KINDS = new EnumMap<>(Purpose.class);

  /** Purposes that bring kinds of a newer Sala as well, which are kept and passed on. */
  private static final Set<Purpose> OPEN =
      Set.of(Purpose.REPORT, Purpose.FIELD, Purpose.RECEIPT, Purpose.DECISION, Purpose.TRAINING);

  static {
    Set<String> written = sent();
    written.removeAll(OF_HEADQUARTERS);
    // With counsel and the person's yes to that, a dossier comes home in a package of its own.
    Set<String> home = new HashSet<>(written);
    home.addAll(Set.of(Kinds.DOSSIER.key(), Kinds.DEED.key()));
    Set<String> decided = new HashSet<>(home);
    decided.addAll(Set.of(Kinds.BULLETIN.key(), Kinds.RECEIPT.key()));
    KINDS.put(Purpose.REPORT, home);
    KINDS.put(Purpose.FIELD, written);
    // Decisions go along with the next receipt, and so does what a restored laptop had lost. A
    // receipt goes with decisions that says of an earlier one what waits no more.
    KINDS.put(Purpose.RECEIPT, decided);
    KINDS.put(Purpose.DECISION, decided);
    KINDS.put(Purpose.CATALOGUE, Set.of(CatalogueKinds.CATALOGUE.key()));
    KINDS.put(Purpose.DANGER, Set.of(Kinds.ALARM.key()));
    KINDS.put(Purpose.PARTNER, Set.of(Kinds.COPY.key(), Kinds.EXTRACT.key(), Kinds.RECEIPT.key()));
    // Nobody seals such packages yet.
    for (Purpose none : List.of(Purpose.BULLETIN, Purpose.REVOCATION, Purpose.ENROLMENT)) {
      KINDS.put(none, Set.of());
    }
    Set<String> any = new HashSet<>();
    KINDS.values().forEach(any::addAll);
    // In practice all packages have one purpose, whatever they would be for at work.
    KINDS.put(Purpose.TRAINING, any);
  }

  private Cargo() {}

  private static Set<String> sent() {
    Set<String> keys = new HashSet<>();
    Kinds.all().stream().filter(Kind::sent).forEach(k -> keys.add(k.key()));
    return keys;
  }

  /**
   * What speaks against revisions in a package that says of itself what this one does. One without
   * protected parts is for every officer to open: nobody hides any in it.
   */
  static Optional<Finding.Code> against(ParcelHeader header, List<Revision> revisions) {
    return against(header.purpose(), revisions)
        .or(
            () ->
                Optional.of(Finding.Code.PROTECTION_UNDECLARED)
                    .filter(
                        code ->
                            !header.protection()
                                && revisions.stream()
                                    .anyMatch(r -> r.compartment() == Compartment.PROTECTION)))
        .or(
            () ->
                Optional.of(Finding.Code.PROTECTED_IN_THE_OPEN)
                    .filter(code -> revisions.stream().anyMatch(Cargo::opensWhatIsProtected)));
  }

  /**
   * Whether it says in the open what is protected by the table of fields. The other way round a
   * form may have it: an answer of it that is protected lies in the protected part.
   */
  private static boolean opensWhatIsProtected(Revision r) {
    return r.compartment() == Compartment.INVESTIGATION
        && Kinds.find(r.kind()).stream()
            .flatMap(k -> r.fields().keySet().stream().flatMap(key -> k.field(key).stream()))
            .anyMatch(f -> f.compartment() == Compartment.PROTECTION);
  }

  private static Optional<Finding.Code> against(Purpose purpose, List<Revision> revisions) {
    Optional<Finding.Code> worst = Optional.empty();
    for (Revision r : revisions) {
      if (!brings(purpose, r.kind())) {
        if (!brings(Purpose.TRAINING, r.kind())) {
          return Optional.of(Finding.Code.CHANGE_STAYS);
        }
        worst = Optional.of(Finding.Code.CHANGE_OUT_OF_PLACE);
      }
    }
    return worst;
  }

  private static boolean brings(Purpose purpose, String kind) {
    return KINDS.getOrDefault(purpose, Set.of()).contains(kind)
        || OPEN.contains(purpose) && Kinds.find(kind).isEmpty();
  }
}
