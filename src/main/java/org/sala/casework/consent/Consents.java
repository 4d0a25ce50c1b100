package org.sala.casework.consent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** What a person agreed to, and the one question that sealing cannot go round. */
public final class Consents {
  /** What a person is asked for; the first is the one that sealing to headquarters asks about. */
  public static final List<String> PURPOSES =
      List.of("investigation-and-protection", "care", "legal-aid", "non-punishment", "return-home");

  /** What a yes can leave out; a number, a language and a need are told wherever one is asked. */
  public static final List<String> ITEMS = List.of("age", "name", "contact", "health", "account");

  private final Station station;
  private final Ledger ledger;

  public Consents(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** What a person said when asked. */
  public enum Answer {
    YES,
    NO,
    NOT_ASKED,
    WITHDRAWN
  }

  /**
   * Why a protected part may leave without a yes.
   *
   * <p>The words stand in the record and are shown to whoever receives it.
   */
  public enum Reason {
    DANGER_TO_LIFE,
    CHILD_PROTECTION,
    /** A supervisor has decided it, for a reason in words. */
    SUPERVISOR;

    /** The reason that an answer stands for; empty where the person was asked. */
    static Optional<Reason> of(String code) {
      return Arrays.stream(values()).filter(r -> r.name().equals(code)).findFirst();
    }

    /** Reasons for which any officer may decide alone. */
    public static List<Reason> ofAnyOfficer() {
      return List.of(DANGER_TO_LIFE, CHILD_PROTECTION);
    }
  }

  /** Writes down what a person said about one purpose and one recipient. */
  public RecordId ask(
      RecordId person,
      String purpose,
      String recipient,
      Answer answer,
      String language,
      String interpreter) {
    return ask(person, purpose, recipient, answer, Set.of(), language, interpreter);
  }

  /**
   * The same, where the person says yes and leaves something out.
   *
   * @param without of {@link #ITEMS}
   */
  public RecordId ask(
      RecordId person,
      String purpose,
      String recipient,
      Answer answer,
      Set<String> without,
      String language,
      String interpreter) {
    if (!ITEMS.containsAll(without) || !without.isEmpty() && answer != Answer.YES) {
      throw new IllegalArgumentException("nothing of the kind can be left out");
    }
    String left = String.join(" ", ITEMS.stream().filter(without::contains).toList());
    return write(person, purpose, recipient, answer.name(), left, language, interpreter, "", "");
  }

  /** Writes down that a protected part leaves without a yes, and why. */
  RecordId override(RecordId person, String purpose, String recipient, Reason why, String words) {
    return write(person, purpose, recipient, why.name(), "", "", "", why.name(), words.strip());
  }

  private RecordId write(
      RecordId person,
      String purpose,
      String recipient,
      String answer,
      String without,
      String language,
      String interpreter,
      String reason,
      String why) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("purpose", Value.text(purpose));
    fields.put("recipient", Value.text(recipient));
    fields.put("answer", Value.text(answer));
    Stored.put(fields, "without", without);
    Stored.put(fields, "language", language);
    Stored.put(fields, "interpreter", interpreter);
    Stored.put(fields, "reason", reason);
    Stored.put(fields, "why", why);
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.CONSENT, station.scopeOf(person), fields));
    return id;
  }

  /** The last word on one purpose and recipient, and whether versions of it differ. */
  public record LastWord(String answer, boolean disputed) {
    /** Whether the protected part may leave: a disputed yes is none. */
    public boolean lets() {
      return !disputed && (answer.equals(Answer.YES.name()) || Reason.of(answer).isPresent());
    }
  }

  /**
   * The last answer to one purpose and recipient.
   *
   * @param answer the code of an {@link Answer} or of a {@link Reason}
   * @param without what a yes leaves out
   * @param told when somebody wrote down who was told of it, which is asked of a withdrawal
   * @param disputed versions of it differ, which is no yes
   */
  public record Said(
      RecordId id,
      String purpose,
      String recipient,
      String answer,
      Set<String> without,
      String language,
      String interpreter,
      Optional<Moment> at,
      Optional<Moment> told,
      boolean disputed) {
    public Said {
      without = Set.copyOf(without);
    }

    /** Whether there is a yes that can be taken back. */
    public boolean holds() {
      return answer.equals(Answer.YES.name());
    }

    @Override
    public String toString() {
      return "Said[" + purpose + "]";
    }
  }

  /** What stands now for every purpose and recipient that a person was asked about. */
  public List<Said> standing(RecordId person) {
    Map<String, Said> last = new LinkedHashMap<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals("consent")) {
        said(row.id(), station.view().records().fields(row.id()))
            .ifPresent(s -> last.put(s.purpose() + "\n" + s.recipient(), s));
      }
    }
    return List.copyOf(last.values());
  }

  /** What the last yes to one purpose and recipient leaves out. */
  public Set<String> without(RecordId person, String purpose, String recipient) {
    return standing(person).stream()
        .filter(s -> s.purpose().equals(purpose) && s.recipient().equals(recipient))
        .findFirst()
        .map(Said::without)
        .orElse(Set.of());
  }

  /** Of every version where versions differ: what one laptop was told to leave out stays out. */
  private static Set<String> without(Map<String, FieldState> f) {
    Set<String> items = new HashSet<>();
    FieldState state = f.get("without");
    if (state != null) {
      state.values().stream()
          .flatMap(v -> v.asText().stream())
          .forEach(t -> items.addAll(Stored.ids(t)));
    }
    return items;
  }

  public Optional<LastWord> lastWord(RecordId person, String purpose, String recipient) {
    return standing(person).stream()
        .filter(s -> s.purpose().equals(purpose) && s.recipient().equals(recipient))
        .map(s -> new LastWord(s.answer(), s.disputed()))
        .findFirst();
  }

  /** Writes down who was told of a withdrawal, and how; only then it is nobody's task any more. */
  public Saved told(RecordId consent, String who) {
    if (who.isBlank()) {
      throw new IllegalArgumentException("somebody was told");
    }
    return ledger.write(
        new Act()
            .edit(
                consent,
                Kinds.CONSENT,
                Map.of("told", Value.text(who.strip()), "toldAt", station.now().toValue())));
  }

  private static Optional<Said> said(RecordId id, Map<String, FieldState> f) {
    FieldState answer = f.get("answer");
    Optional<String> purpose = Stored.text(f, "purpose");
    Optional<String> recipient = Stored.text(f, "recipient");
    return answer == null || purpose.isEmpty() || recipient.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Said(
                id,
                purpose.get(),
                recipient.get(),
                answer.value().asText().orElse(""),
                without(f),
                Stored.text(f, "language").orElse(""),
                Stored.text(f, "interpreter").orElse(""),
                Optional.ofNullable(f.get("at")).map(FieldState::value).flatMap(Moment::of),
                Optional.ofNullable(f.get("toldAt")).map(FieldState::value).flatMap(Moment::of),
                answer.disputed()));
  }
}
