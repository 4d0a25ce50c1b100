package org.sala.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.store.Records;

/**
 * Two minutes with each person on arrival: danger, health, age, language, people still inside;
 * nothing about the crime. Answers are protected; the codes of urgency are not, so that the night
 * can be led.
 */
public final class Triages {
  /** The questions asked, in their order, and the two that are only observed. */
  public static final List<String> QUESTIONS =
      List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "o1", "o2");

  /** What an answer may be; "later" and an absent answer are no answers, and never a no. */
  public static final List<String> ANSWERS =
      List.of("", "yes", "no", "unknown", "declined", "later");

  private final Station station;
  private final Ledger ledger;
  private final People people;

  Triages(Station station, Ledger ledger, People people) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
  }

  /**
   * What was answered.
   *
   * @param codes answers by question; absent or empty means not asked
   * @param words what the person said, by question
   */
  public record Answers(Map<String, String> codes, Map<String, String> words) {
    public Answers {
      codes = Map.copyOf(codes);
      words = Map.copyOf(words);
      codes.forEach(
          (q, c) -> {
            if (!QUESTIONS.contains(q) || !ANSWERS.contains(c)) {
              throw new IllegalArgumentException("no such question or answer");
            }
          });
    }

    @Override
    public String toString() {
      return "Answers";
    }
  }

  /** People who have arrived and are not triaged, by language and then by who waits longest. */
  public List<People.PersonLine> waiting() {
    return station.view().people().waitingForTriage().stream()
        .map(r -> people.find(r.id()).orElseThrow())
        .sorted(
            java.util.Comparator.comparing(People.PersonLine::languages)
                .thenComparing(p -> p.arrivedMillis().orElse(0L)))
        .toList();
  }

  /** What has to be seen to at once, from the answers alone. */
  public static Set<String> urgency(Answers a) {
    Set<String> urgent = new TreeSet<>();
    if (yes(a, "q1")) {
      urgent.add("hurt");
    }
    if (yes(a, "q2")) {
      urgent.add("separate");
    }
    if ("no".equals(a.codes().get("q4"))) {
      urgent.add("interpreter");
    }
    if (yes(a, "q6")) {
      urgent.add("danger");
    }
    if (yes(a, "o1")) {
      urgent.add("child");
    }
    if (yes(a, "o2")) {
      urgent.add("stay");
    }
    return urgent;
  }

  private static boolean yes(Answers a, String question) {
    return "yes".equals(a.codes().get(question));
  }

  /** Writes down a whole triage as one act, with a record for whoever is still inside. */
  public Saved done(RecordId person, Answers a) {
    ScopeId scope =
        station
            .view()
            .records()
            .find(person)
            .map(Records.Row::scope)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("form", Value.text("triage 1"));
    fields.put("began", station.now().toValue());
    fields.put("done", station.now().toValue());
    Set<String> urgent = new TreeSet<>(urgency(a));
    people
        .find(person)
        .filter(People.PersonLine::possiblyChild)
        .ifPresent(p -> urgent.add("child"));
    urgent.forEach(u -> fields.put("urgency/" + u, Value.flag(true)));
    for (String q : QUESTIONS) {
      String code = a.codes().getOrDefault(q, "");
      String words = a.words().getOrDefault(q, "");
      if (!code.isEmpty() || !words.isBlank()) {
        fields.put("answer/" + q, Value.parts(Map.of("code", code, "words", words.strip())));
      }
    }
    Act act = new Act().make(station.ids().record(), Kinds.TRIAGE, scope, fields);
    String inside = a.words().getOrDefault("q5", "");
    boolean said = !List.of("no", "declined").contains(a.codes().getOrDefault("q5", ""));
    if (said && !inside.isBlank()) {
      Map<String, Value> one = new LinkedHashMap<>();
      one.put("saidBy", Value.ref(person));
      one.put("name", Value.text(inside.strip()));
      one.put("status", Value.text("inside"));
      act.make(station.ids().record(), Kinds.INSIDE, station.ids().scope(), one);
    }
    return ledger.write(act);
  }

  /**
   * Writes down who was told of one urgency; only then it leaves its place, and only that one.
   *
   * @param code one of {@link #urgency}
   */
  public Saved told(RecordId person, String code, String who) {
    if (who.isBlank() || !code.matches("[a-z]+")) {
      throw new IllegalArgumentException("somebody was told of something");
    }
    RecordId triage =
        last(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    return ledger.write(
        new Act()
            .edit(
                triage,
                Kinds.TRIAGE,
                Map.of(
                    "told/" + code,
                    Value.text(who.strip()),
                    "toldAt/" + code,
                    station.now().toValue())));
  }

  private Optional<RecordId> last(RecordId person) {
    List<Records.Row> all = new ArrayList<>(station.view().records().pointingTo(person, "person"));
    all.removeIf(r -> !r.kind().equals("triage"));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id());
  }
}
