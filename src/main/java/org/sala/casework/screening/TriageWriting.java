package org.sala.casework.screening;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sala.casework.people.OpenUrgencies;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.domain.AgeGroup;
import org.sala.domain.DateReader;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Version;

/**
 * Turns what came of sitting with somebody into an act: what was touched and nothing else, and what
 * is urgent as long as anybody's answer says so.
 */
final class TriageWriting {
  private final Station station;
  private final People people;

  TriageWriting(Station station, People people) {
    this.station = station;
    this.people = people;
  }

  /**
   * The act that keeps it; empty where nothing is new.
   *
   * @param begun the triage that is not ended yet
   */
  Optional<Act> act(RecordId person, Optional<RecordId> begun, Triages.Sat sat, boolean done) {
    Triages.Answers a = sat.answers();
    Map<String, FieldState> before = new LinkedHashMap<>();
    begun.ifPresent(
        t -> {
          before.putAll(station.view().records().fields(t));
          before.putAll(new ProtectedPart(station).fields(t));
        });
    Map<String, Value> answers = new LinkedHashMap<>();
    for (String q : Triages.QUESTIONS) {
      if (begun.isEmpty() || sat.touched().contains(q)) {
        put(answers, before, Triages.ANSWER + q, answer(a, q));
      }
    }
    Act act = new Act();
    Set<String> urgent = new TreeSet<>(Triages.urgency(a));
    urgent.addAll(saidByOthers(begun, before, sat));
    age(person, a.words().getOrDefault("q3", "").strip(), urgent, act, sat.before().person());
    Map<String, Value> fields = new LinkedHashMap<>();
    Set<String> here = raisedHere(begun);
    for (String u : urgent) {
      boolean asked = asksFor(u).anyMatch(sat.touched()::contains);
      if (asked && Triages.urgency(a).contains(u) && !here.contains(u)) {
        // Said to this laptop as well: another one's word that somebody was told does not end it.
        fields.put(Triages.URGENCY + u, Value.flag(true));
      } else {
        put(fields, before, Triages.URGENCY + u, Value.flag(true));
      }
    }
    before.keySet().stream()
        .filter(k -> k.startsWith(Triages.URGENCY))
        .map(k -> k.substring(Triages.URGENCY.length()))
        .filter(u -> !urgent.contains(u) && asksFor(u).anyMatch(sat.touched()::contains))
        .forEach(u -> put(fields, before, Triages.URGENCY + u, Value.Nothing.HERE));
    if (answers.isEmpty() && fields.isEmpty() && act.parts().isEmpty() && !done) {
      return Optional.empty();
    }
    if (done) {
      fields.put("done", station.now().toValue());
    }
    if (begun.isPresent()) {
      // Another record than the one that was read: nothing of it was seen.
      Seen seen = begun.equals(sat.before().triage()) ? sat.before().seen() : new Seen(Map.of());
      act.edit(begun.get(), Kinds.TRIAGE, answers, seen);
      act.edit(begun.get(), Kinds.TRIAGE, fields);
    } else {
      fields.putAll(answers);
      fields.put("person", Value.ref(person));
      fields.put("form", Value.text("triage 1"));
      fields.put("began", station.now().toValue());
      act.make(station.ids().record(), Kinds.TRIAGE, station.scopeOf(person), fields);
    }
    return Optional.of(act);
  }

  private static Value answer(Triages.Answers a, String question) {
    String code = a.codes().getOrDefault(question, "");
    String words = a.words().getOrDefault(question, "").strip();
    return code.isEmpty() && words.isEmpty()
        ? Value.Nothing.HERE
        : Value.parts(Map.of("code", code, "words", words));
  }

  /**
   * What has to be seen to by answers that stand here and are not this officer's to take away: what
   * was left alone, and what came unseen. It stays urgent until somebody is told.
   */
  private Set<String> saidByOthers(
      Optional<RecordId> triage, Map<String, FieldState> before, Triages.Sat sat) {
    Set<RevisionId> own = triage.map(t -> Seen.own(station, t)).orElse(Set.of());
    Set<String> urgent = new TreeSet<>();
    for (String q : Triages.QUESTIONS) {
      FieldState state = before.get(Triages.ANSWER + q);
      if (state != null) {
        boolean settled = sat.touched().contains(q) && !state.disputed();
        for (Version v : state.versions()) {
          boolean mine = settled && sat.before().seen().holds(state.key(), v.revision());
          if (!mine && !own.contains(v.revision()) && v.value() instanceof Value.Parts p) {
            urgent.addAll(
                Triages.urgency(new Triages.Answers(Map.of(q, Triages.code(p)), Map.of())));
          }
        }
      }
    }
    return urgent;
  }

  /** The questions whose answers raise an urgency, or take it away again. */
  private static Stream<String> asksFor(String urgency) {
    return Triages.QUESTIONS.stream()
        .filter(
            q ->
                urgency.equals("child") && q.equals("q3")
                    || List.of("yes", "no").stream()
                        .anyMatch(
                            c ->
                                Triages.urgency(new Triages.Answers(Map.of(q, c), Map.of()))
                                    .contains(urgency)));
  }

  private static void put(
      Map<String, Value> fields, Map<String, FieldState> before, String key, Value value) {
    FieldState was = before.get(key);
    Value old = was == null ? Value.Nothing.HERE : was.value();
    if (!old.equals(value)) {
      fields.put(key, value);
    }
  }

  /**
   * An age that is said in words is the person's birth date as said, in the same act, and raises
   * the rules for children unless every reading of it is an adult's. It may make somebody a child,
   * but never takes a child's protection away. Words that cannot be read leave an adult's date in
   * doubt until somebody writes an age: they may have been a child's. They are protected, and stay
   * in the answer.
   */
  private void age(RecordId person, String words, Set<String> urgent, Act act, Seen seen) {
    People.PersonLine line =
        people.find(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    FieldState known = station.view().records().fields(person).get("birth");
    boolean silent =
        known == null || known.values().stream().allMatch(v -> v instanceof Value.Nothing);
    // That nobody had said an age is no word that an adult's would take away; what this triage has
    // raised itself is taken back where its answers are.
    boolean child =
        line.certainlyChild() || line.childElsewhere() || !silent && line.age() == AgeGroup.UNKNOWN;
    if (!words.isEmpty()) {
      LocalDate today = station.now().local().toLocalDate();
      PartialDate said = DateReader.birth(words, today);
      boolean adult = said.ageGroup(today) == AgeGroup.ADULT;
      boolean news = known == null || !known.values().contains(said.toValue());
      if (said.precision() == PartialDate.Precision.UNKNOWN) {
        if (line.age() == AgeGroup.ADULT) {
          act.edit(person, Kinds.PERSON, Map.of("birth", PartialDate.unknown("").toValue()), seen);
        }
      } else if (news && !(adult && child)) {
        act.edit(person, Kinds.PERSON, Map.of("birth", said.toValue()), seen);
      }
      child |= !adult;
    }
    if (child) {
      urgent.add("child");
    }
  }

  /** What this laptop has raised in a triage that is not ended, and that stands. */
  private Set<String> raisedHere(Optional<RecordId> triage) {
    Set<String> here = new TreeSet<>();
    triage.ifPresent(
        t ->
            new OpenUrgencies(station)
                .in(t)
                .forEach(
                    (code, by) -> {
                      if (by.contains(station.identity().station())) {
                        here.add(code);
                      }
                    }));
    return here;
  }
}
