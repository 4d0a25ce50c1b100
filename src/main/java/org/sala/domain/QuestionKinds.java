package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** What headquarters asks a station that wrote something. */
final class QuestionKinds {
  private QuestionKinds() {}

  /**
   * One question to one station; it lies in the scope of the record that it is about. The words of
   * one about a protected field, and of its answer, are written into the protection compartment.
   */
  static final Kind QUESTION =
      new Kind(
          "question",
          ScopeType.PERSON,
          true,
          List.of(
              open("about", REFERENCE, CLOSED),
              open("to", CODE, CLOSED),
              open("fields", CODE, CLOSED),
              named("question", TEXT, CLOSED),
              open("at", MOMENT, CLOSED),
              named("answer", TEXT, SINGLE),
              open("unknown", FLAG, SINGLE),
              open("answered", MOMENT, SINGLE),
              open("closed", MOMENT, SINGLE)));
}
