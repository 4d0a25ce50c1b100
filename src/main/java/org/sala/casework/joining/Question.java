package org.sala.casework.joining;

import java.util.List;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/**
 * What headquarters asked of one station.
 *
 * @param about the record that it is about
 * @param kind that record's kind
 * @param number what people know that record by
 * @param person whom it is about, where it is about one
 * @param fields families of the fields that it is about; empty for the whole record
 * @param words what was asked; empty where this officer may not read it
 * @param hidden whether it is protected, and this officer may not read it
 * @param answer what was answered; empty while nothing was, or where it may not be read
 */
public record Question(
    RecordId id,
    RecordId about,
    String kind,
    String number,
    Optional<RecordId> person,
    String station,
    List<String> fields,
    String words,
    boolean hidden,
    Moment at,
    Stands stands,
    String answer,
    boolean cannotFindOut,
    Optional<Moment> answered) {
  /** How far a question is. */
  public enum Stands {
    /** In no package yet. */
    HERE,
    /** In a package, and nobody knows whether it has come. */
    UNDERWAY,
    /** The station has the question. */
    ARRIVED,
    ANSWERED,
    /** Somebody at headquarters has seen the answer, or does not ask any more. */
    CLOSED
  }

  public Question {
    fields = List.copyOf(fields);
  }

  /** A station that can be asked about a record, since it wrote to it. */
  public record Askable(RecordId about, String number, StationId station, String name) {}

  @Override
  public String toString() {
    return "Question[" + stands + "]";
  }
}
