package org.sala.casework.consent;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;

/** Tells which fields say one of the things that a person's yes can leave out. */
@BehindTheDesk
public final class ItemFields {
  private static final Set<String> NOTHING = Set.of();
  private static final Set<String> ACCOUNT = Set.of("account");
  private static final Set<String> TRIAGED = Set.of("account", "health");

  /** By kind and field; the words of a name, of a face and of papers are one thing. */
  private static final Map<String, Map<String, Set<String>>> SAYS =
      Map.of(
          Kinds.PERSON.key(),
          Map.of(
              "birth", Set.of("age"),
              "name", Set.of("name"),
              "alias", Set.of("name"),
              "document", Set.of("name"),
              "photo", Set.of("name"),
              "contact", Set.of("contact"),
              "safeContact", Set.of("contact"),
              "health", Set.of("health")),
          Kinds.INVOLVEMENT.key(),
          Map.of("forced", ACCOUNT, "defrauded", ACCOUNT, "loss", ACCOUNT),
          Kinds.STATEMENT.key(),
          Map.of("text", ACCOUNT, "translation", ACCOUNT),
          Kinds.SCREENING.key(),
          Map.of(
              "answer", ACCOUNT,
              "seen", ACCOUNT,
              "context", ACCOUNT,
              "note", ACCOUNT,
              "corrections", ACCOUNT,
              "newFacts", ACCOUNT,
              "ageGroup", Set.of("age")),
          Kinds.FILLED.key(),
          Map.of("answer", ACCOUNT),
          Kinds.TRIAGE.key(),
          Map.of("answer", TRIAGED, "told", TRIAGED));

  /** All that such records say is what happened. */
  private static final Set<String> ACCOUNTS = Set.of(Kinds.DOSSIER.key(), Kinds.DEED.key());

  private ItemFields() {}

  /**
   * What a field of a record says.
   *
   * @param key the field, or an element of it
   * @return of {@link Consents#ITEMS}; none for most fields
   */
  public static Set<String> of(String kind, String key) {
    if (ACCOUNTS.contains(kind)) {
      return ACCOUNT;
    }
    Map<String, Set<String>> fields = SAYS.get(kind);
    if (fields == null) {
      return NOTHING;
    }
    int slash = key.indexOf('/');
    return fields.getOrDefault(slash < 0 ? key : key.substring(0, slash), NOTHING);
  }

  /** What a revision says, all of its fields together. */
  public static Set<String> of(Revision r) {
    Set<String> all = NOTHING;
    for (String key : r.fields().keySet()) {
      Set<String> one = of(r.kind(), key);
      if (!one.isEmpty()) {
        all = all.isEmpty() ? one : together(all, one);
      }
    }
    return all;
  }

  private static Set<String> together(Collection<String> some, Collection<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }
}
