package org.sala.casework.packages.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.AttachedFile;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.store.QuestionRows;
import org.sala.store.Records;

/**
 * Which parts of changes go to a station. What was asked is remembered, for a hundred stations have
 * to hear the same; to be thrown away once something was written.
 */
final class OwnParts {
  private final Station station;
  private final DecisionAudience audience;
  private final KeptFromStations kept;
  private final Map<ChangeId, List<Records.RevisionRow>> revisions = new HashMap<>();
  private final Map<RevisionId, Optional<Records.Row>> records = new HashMap<>();
  private final Map<RecordId, Optional<QuestionRows.Row>> questions = new HashMap<>();
  private final Map<RevisionId, Boolean> leaves = new HashMap<>();

  OwnParts(Station station, Ledger ledger) {
    this.station = station;
    this.audience = new DecisionAudience(station, ledger);
    this.kept = new KeptFromStations(station, ledger);
  }

  List<Records.RevisionRow> of(ChangeId change) {
    return revisions.computeIfAbsent(change, station.view().records()::revisionsOf);
  }

  /** Whether anything of a change goes to a station. */
  boolean goes(StationId to, ChangeId change) {
    return of(change).stream()
        .anyMatch(
            r ->
                mayHave(to, r)
                    && leaves.computeIfAbsent(
                        r.id(), id -> !kept.keeps(id) && revision(r).isPresent()));
  }

  /** A part as it goes; empty where it is not for the station. */
  Optional<Revision> going(StationId to, Records.RevisionRow part) {
    return !kept.keeps(part.id()) && mayHave(to, part) ? revision(part) : Optional.empty();
  }

  /** Of whom something stays because they fear the country of headquarters. */
  Set<RecordId> feared() {
    return kept.feared();
  }

  /** A revision whose file is lost here cannot go: a package that lacks a file is refused whole. */
  private Optional<Revision> revision(Records.RevisionRow row) {
    return station
        .journal()
        .revision(row.at())
        .filter(
            r -> AttachedFile.in(r).stream().allMatch(f -> new LostChanges(station).isHere(r, f)));
  }

  /**
   * Whether it is the station's own word, which it lost, names two of its records, asks it, speaks
   * of its packages, is told to all, or is of a part of which the station hears.
   */
  private boolean mayHave(StationId to, Records.RevisionRow part) {
    return part.station().equals(to)
        || records
            .computeIfAbsent(
                part.id(),
                id -> station.view().records().recordOf(id).flatMap(station.view().records()::find))
            .filter(
                record ->
                    record.kind().equals(Kinds.SAME_PERSON.key())
                        || record.kind().equals(Kinds.RECEIPT.key())
                        || record.kind().equals(Kinds.BULLETIN.key())
                        || record.kind().equals(Kinds.QUESTION.key()) && asks(to, record.id())
                        || audience.hears(to, record.id(), part.compartment()))
            .isPresent();
  }

  private boolean asks(StationId to, RecordId question) {
    return questions
        .computeIfAbsent(question, station.view().questions()::find)
        .filter(q -> q.to().equals(to.toString()))
        .isPresent();
  }
}
