package org.sala.casework.consent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Supervision;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.Records;

/**
 * Decides whose word lets something leave here. What a person said counts whoever was told it; what
 * was decided without the person counts where it was decided, for whoever lets something leave
 * answers for it: a record that came from elsewhere says "danger to life" about whomever it likes.
 */
final class Deciders {
  private static final List<String> WORD = List.of("answer", "without");

  private final Station station;

  Deciders(Station station) {
    this.station = station;
  }

  /**
   * What a word is believed to say.
   *
   * @param changed whether it was changed after it was written down: being asked again is another
   *     word, so nobody's program does that but to take the own last act back
   */
  record Believed(String answer, Set<String> without, boolean changed) {
    Believed {
      without = Set.copyOf(without);
    }
  }

  /** A word as it stands, or as it was written down where another hand has changed it since. */
  Believed believed(RecordId consent, Map<String, FieldState> f) {
    String answer = Stored.text(f, "answer").orElse("");
    Set<String> without = without(f);
    Set<RevisionId> said =
        WORD.stream()
            .map(f::get)
            .filter(Objects::nonNull)
            .flatMap(s -> s.versions().stream())
            .map(Version::revision)
            .collect(Collectors.toSet());
    // What it is about is written once, with the word.
    FieldState about = f.get("purpose");
    if (about != null && said.equals(Set.of(about.versions().getFirst().revision()))) {
      return new Believed(answer, without, false);
    }
    Records.RevisionRow first =
        begun(consent, f).or(() -> Begun.row(station, consent)).orElseThrow();
    boolean sameHand = isOf(first.author(), consent, said);
    Optional<Revision> written =
        sameHand ? Optional.empty() : station.journal().revision(first.at());
    return written
        .map(
            r ->
                new Believed(
                    text(r, "answer").orElse(answer),
                    Stream.concat(without.stream(), ids(text(r, "without")))
                        .collect(Collectors.toSet()),
                    true))
        .orElseGet(() -> new Believed(answer, without, true));
  }

  private boolean isOf(Fingerprint author, RecordId consent, Set<RevisionId> said) {
    return station.view().records().revisions(consent).stream()
        .filter(r -> said.contains(r.id()))
        .allMatch(r -> r.author().equals(author));
  }

  /** Returns the revision that began a consent, where one alone says that it does. */
  private Optional<Records.RevisionRow> begun(RecordId consent, Map<String, FieldState> f) {
    List<Records.RevisionRow> all = new Hands(station, consent).of(f.get("purpose"));
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static Optional<String> text(Revision r, String key) {
    return Optional.ofNullable(r.fields().get(key)).flatMap(Value::asText);
  }

  private static Stream<String> ids(Optional<String> text) {
    return text.stream().flatMap(t -> Stored.ids(t).stream());
  }

  /**
   * Returns what is left out, of every version where versions differ: what one laptop was told to
   * leave out stays out.
   */
  private static Set<String> without(Map<String, FieldState> f) {
    return Optional.ofNullable(f.get("without")).stream()
        .flatMap(s -> s.values().stream())
        .flatMap(v -> ids(v.asText()))
        .collect(Collectors.toSet());
  }

  /**
   * Whether a decision without the person's yes was taken here, and by somebody who may: for two
   * reasons that is any officer, for every other one a supervisor.
   */
  boolean mayDecide(RecordId consent, Map<String, FieldState> f, Consents.Reason why) {
    Optional<Records.RevisionRow> begun = begun(consent, f);
    if (begun.isEmpty()) {
      return false;
    }
    Records.RevisionRow first = begun.get();
    return first.station().equals(station.identity().station())
        && (Consents.Reason.ofAnyOfficer().contains(why)
            || new Supervision(station).numberOf(first.author()).isPresent());
  }
}
