package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.people.OpenUrgencies;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Raised;
import org.sala.store.Records;

/**
 * What was said in a person's triages, for whoever looks after them later. Answers are read from
 * the protected part, and only for an officer who may.
 */
public final class TriagePages {
  private final Station station;

  public TriagePages(Station station) {
    this.station = station;
  }

  /** One version of an answer. */
  public record Said(String code, String words) {
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** What stands at one question: every version where versions differ. */
  public record Answered(String question, List<Said> said) {
    public Answered {
      said = List.copyOf(said);
    }
  }

  /**
   * What had to be seen to at once.
   *
   * @param toldAt when somebody was told; empty while nobody was
   * @param told who, and how; empty where this officer may not read it
   * @param toldElsewhere whether another laptop says that somebody was told: it stands until who
   *     raised it says so, or this laptop, or headquarters
   */
  public record Urgent(String code, Optional<Moment> toldAt, String told, boolean toldElsewhere) {
    @Override
    public String toString() {
      return "Urgent[" + code + "]";
    }
  }

  /**
   * One triage.
   *
   * @param keptBack there are answers that this officer may not read
   */
  public record Page(
      RecordId id,
      Optional<Moment> began,
      Optional<Moment> done,
      List<Answered> answers,
      List<Urgent> urgent,
      boolean keptBack) {
    public Page {
      answers = List.copyOf(answers);
      urgent = List.copyOf(urgent);
    }
  }

  /** Returns all triages of a person, the last first. */
  public List<Page> of(RecordId person) {
    List<Page> pages = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals(Kinds.TRIAGE.key())) {
        pages.addFirst(page(row.id()));
      }
    }
    return pages;
  }

  private Page page(RecordId id) {
    Map<String, FieldState> open = station.view().records().fields(id);
    ProtectedPart part = new ProtectedPart(station);
    Map<String, FieldState> safe = part.fields(id);
    List<Answered> answers = new ArrayList<>();
    for (String question : Triages.QUESTIONS) {
      FieldState state = safe.get("answer/" + question);
      if (state != null) {
        List<Said> said = state.values().stream().map(TriagePages::said).distinct().toList();
        if (said.stream().anyMatch(s -> !s.code().isEmpty() || !s.words().isEmpty())) {
          answers.add(new Answered(question, said));
        }
      }
    }
    Set<String> standing = new OpenUrgencies(station).in(id).keySet();
    Set<String> codes = new TreeSet<>(standing);
    open.forEach(
        (key, state) -> {
          if (key.startsWith(Raised.URGENCY) && state.values().contains(Value.flag(true))) {
            codes.add(key.substring(Raised.URGENCY.length()));
          }
        });
    List<Urgent> urgent = new ArrayList<>();
    for (String code : codes) {
      Optional<Moment> at = moment(open, Raised.TOLD + code);
      urgent.add(
          new Urgent(
              code,
              at.filter(m -> !standing.contains(code)),
              Stored.text(safe, "told/" + code).orElse(""),
              at.isPresent() && standing.contains(code)));
    }
    return new Page(
        id,
        moment(open, "began"),
        moment(open, "done"),
        answers,
        urgent,
        part.exists(id) && !station.mayOpen(Compartment.PROTECTION));
  }

  private static Said said(Value value) {
    return value instanceof Value.Parts p
        ? new Said(p.text("code").orElse(""), p.text("words").orElse(""))
        : new Said("", "");
  }

  private static Optional<Moment> moment(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key)).flatMap(f -> Moment.of(f.value()));
  }
}
