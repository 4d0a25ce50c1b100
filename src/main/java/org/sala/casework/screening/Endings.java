package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.consent.Consents;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.form.CardWords;
import org.sala.form.Catalogue;
import org.sala.merge.FieldState;

/** Writes down how an interview ends: read back, what comes next, and the card that is given. */
public final class Endings {
  /** Letters and digits that nobody takes for one another, by eye or over the telephone. */
  public static final String CLEAR = "ACDEFHJKMNPRTUVWXY34679";

  /** Whom else a person may want to speak with; nobody has to say what about. */
  public static final List<String> OFFERED = List.of("", "no", "woman", "man", "doctor", "later");

  /** Recipients of a yes who are told nothing by it: the officer, whoever counts, all who help. */
  private static final Set<String> HERE = Set.of("officer", "anyone", "services");

  private final Station station;
  private final Ledger ledger;
  private final Catalogues catalogues;

  public Endings(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.catalogues = new Catalogues(station, audit);
  }

  /** What is said at the end. */
  public record Said(String corrections, String offered, String next, String when, String whom) {
    public Said {
      if (!OFFERED.contains(offered)) {
        throw new IllegalArgumentException("nothing of the kind is offered");
      }
    }

    @Override
    public String toString() {
      return "Said";
    }
  }

  /** What became of reading back what was told. */
  public enum ReadBack {
    READ,
    /** The person did not want it. */
    UNWANTED,
    IMPOSSIBLE
  }

  /**
   * Writes down what was said at the end. That the summary was read back counts from now where it
   * was, and otherwise it stands there why it was not. What was left alone is not written again,
   * and what came unseen stands beside what is written.
   *
   * @param before the page that it was typed on
   */
  public Saved end(ScreeningPage before, Said said, ReadBack how) {
    RecordId screening = before.line().id();
    Act act = said(before, said);
    boolean read = how == ReadBack.READ;
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(
        read ? "readBack" : "notReadBack", read ? station.now().toValue() : Value.text(how.name()));
    String other = read ? "notReadBack" : "readBack";
    if (AnswerFields.writable(station, screening).containsKey(other)) {
      fields.put(other, Value.Nothing.HERE);
    }
    act.edit(screening, Kinds.SCREENING, fields);
    return ledger.write(act);
  }

  /** Keeps what was typed when it was stopped in the middle; nothing counts as read back by it. */
  public Optional<Saved> keep(ScreeningPage before, Said said) {
    Act act = said(before, said);
    return act.parts().isEmpty() ? Optional.empty() : Optional.of(ledger.write(act));
  }

  private Act said(ScreeningPage before, Said said) {
    RecordId screening = before.line().id();
    Map<String, FieldState> known = AnswerFields.writable(station, screening);
    Set<RevisionId> own = Seen.own(station, screening);
    Ending stood = before.ending();
    Map<String, Value> was =
        fields(stood.corrections(), stood.offered(), stood.next(), stood.when(), stood.whom());
    Map<String, Value> fields =
        fields(said.corrections(), said.offered(), said.next(), said.when(), said.whom());
    fields
        .entrySet()
        .removeIf(
            e -> {
              FieldState now = known.get(e.getKey());
              Value is = now == null ? Value.Nothing.HERE : now.value();
              boolean settled = now == null || !now.disputed();
              // What one has saved oneself is newer than the page that it was typed on.
              boolean alone =
                  e.getValue().equals(was.get(e.getKey()))
                      && (now == null
                          || now.versions().stream().noneMatch(v -> own.contains(v.revision())));
              return alone || settled && e.getValue().equals(is);
            });
    return new Act().edit(screening, Kinds.SCREENING, fields, before.seen());
  }

  private static Map<String, Value> fields(
      String corrections, String offered, String next, String when, String whom) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("corrections", text(corrections));
    fields.put("offered", text(offered));
    fields.put("nextStep", text(next));
    fields.put("nextWhen", text(when));
    fields.put("askWhom", text(whom));
    return fields;
  }

  /**
   * What stands on the card. It says neither what was talked about nor with whom: whoever finds it
   * learns nothing.
   *
   * @param number the person's
   * @param code goes with the number, so that a number alone asks for nothing
   * @param shared codes of the recipients that the person has said yes to
   * @param words what the catalogue says on it
   * @param language the person's; may be empty
   * @param reviewed whether a native speaker has reviewed the words in it: nothing else is given to
   *     the person
   */
  public record Card(
      String number,
      String code,
      String whom,
      List<String> shared,
      CardWords words,
      String language,
      boolean reviewed) {
    public Card {
      shared = List.copyOf(shared);
    }

    /**
     * What stands below number and code: whom to ask, who knows, how to take a yes back. In the
     * person's language where its words are reviewed, otherwise in the officer's.
     */
    public List<String> lines(Words officers) {
      return in(reviewed ? language : officers.language());
    }

    /**
     * Returns the lines below number and code in the person's language, for the interpreter to say
     * or to write by hand; nothing where the card is in that language, or there are no words in it.
     */
    public List<String> aloud(Words officers) {
      boolean same = reviewed || language.equals(officers.language());
      return same || !words.speaks(language) ? List.of() : in(language);
    }

    private List<String> in(String language) {
      String knows =
          shared.isEmpty()
              ? words.line(CardWords.Line.NOBODY, language)
              : shared.stream()
                  .map(r -> words.knows(r, language))
                  .distinct()
                  .collect(Collectors.joining(", "));
      return List.of(
          words.line(CardWords.Line.ASK, language, whom.isEmpty() ? "–" : whom),
          words.line(CardWords.Line.SHARED, language, knows),
          words.line(CardWords.Line.BACK, language));
    }

    @Override
    public String toString() {
      return "Card";
    }
  }

  /** Makes the card; a second one has the same code. */
  public Card card(RecordId screening) {
    Map<String, FieldState> known = AnswerFields.writable(station, screening);
    Ending ending = Ending.of(known);
    RecordId person =
        station.view().screenings().find(screening).orElseThrow(Endings::missing).person();
    String code = ending.code().isEmpty() ? code() : ending.code();
    edit(screening, Map.of("cardCode", Value.text(code), "cardGiven", station.now().toValue()));
    List<String> shared =
        new Consents(station, ledger)
            .counting(person).stream()
                .map(Consents.Counted::said)
                .filter(s -> s.holds() && !s.disputed())
                .filter(s -> !HERE.contains(s.recipient()))
                .map(Consents.Said::recipient)
                .distinct()
                .sorted()
                .toList();
    Catalogue catalogue = catalogues.of(known).orElseGet(Catalogue::scamCompound);
    String language = Stored.text(known, "language").orElse("");
    return new Card(
        Stored.number(station, person, "wristband"),
        code,
        ending.whom(),
        shared,
        catalogue.card(),
        language,
        !language.isEmpty() && catalogue.reviewedCard(language));
  }

  private static CaseworkFault missing() {
    return new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      code.append(CLEAR.charAt(station.tools().random().nextInt(CLEAR.length())));
    }
    return code.insert(3, '-').toString();
  }

  private static Value text(String words) {
    return words.isBlank() ? Value.Nothing.HERE : Value.text(words.strip());
  }

  private Saved edit(RecordId screening, Map<String, Value> fields) {
    AnswerFields.writable(station, screening);
    return ledger.write(new Act().edit(screening, Kinds.SCREENING, fields));
  }
}
