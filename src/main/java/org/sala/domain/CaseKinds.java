package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.DATE;
import static org.sala.domain.FieldType.FILE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** Cases, who takes part in them, and what is kept as evidence. */
final class CaseKinds {
  private CaseKinds() {}

  static final Kind CASE =
      new Kind(
          "case",
          ScopeType.CASE,
          true,
          List.of(
              open("number", CODE, CLOSED),
              open("title", FieldType.TEXT, SINGLE),
              open("caseKind", CODE, SINGLE),
              open("status", CODE, SINGLE),
              open("sensitivity", CODE, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              open("began", DATE, SINGLE),
              open("ended", DATE, SINGLE),
              open("summary", FieldType.TEXT, Join.TEXT)));

  static final Kind INVOLVEMENT =
      new Kind(
          "involvement",
          ScopeType.CASE,
          true,
          List.of(
              open("case", REFERENCE, CLOSED),
              open("person", REFERENCE, CLOSED),
              open("role", CODE, SINGLE),
              open("roleGrade", CODE, SINGLE),
              open("forced", CODE, SINGLE),
              open("defrauded", CODE, SINGLE),
              open("began", DATE, SINGLE),
              open("ended", DATE, SINGLE),
              open("loss", FieldType.TEXT, SINGLE)));

  static final Kind STATEMENT =
      new Kind(
          "statement",
          ScopeType.CASE,
          true,
          List.of(
              open("case", REFERENCE, CLOSED),
              open("person", REFERENCE, CLOSED),
              open("addsTo", REFERENCE, CLOSED),
              open("number", CODE, CLOSED),
              open("language", CODE, SINGLE),
              open("interpreter", CODE, SINGLE),
              open("present", FieldType.TEXT, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              named("guardian", FieldType.TEXT, SINGLE),
              open("agreement", CODE, SINGLE),
              open("trained", FLAG, SINGLE),
              open("began", MOMENT, SINGLE),
              open("source", CODE, SINGLE),
              open("reliability", CODE, SINGLE),
              open("credibility", CODE, SINGLE),
              named("text", FieldType.TEXT, Join.TEXT),
              named("translation", FieldType.TEXT, Join.TEXT),
              open("readBack", MOMENT, SINGLE),
              open("readBackIn", CODE, SINGLE),
              open("readBackBy", FieldType.TEXT, SINGLE),
              open("signature", CODE, CLOSED),
              open("closed", MOMENT, CLOSED)));

  static final Kind EXHIBIT =
      new Kind(
          "exhibit",
          ScopeType.CASE,
          true,
          List.of(
              open("case", REFERENCE, CLOSED),
              open("number", CODE, CLOSED),
              open("title", FieldType.TEXT, SINGLE),
              open("description", FieldType.TEXT, Join.TEXT),
              open("taken", MOMENT, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              named("file", FILE, CLOSED)));

  static final Kind CUSTODY =
      new Kind(
          "custody",
          ScopeType.CASE,
          true,
          List.of(
              open("exhibit", REFERENCE, CLOSED),
              open("event", CODE, CLOSED),
              open("at", MOMENT, CLOSED),
              named("from", FieldType.TEXT, CLOSED),
              named("to", FieldType.TEXT, CLOSED),
              open("place", FieldType.TEXT, CLOSED),
              open("sealNumber", CODE, CLOSED),
              named("note", FieldType.TEXT, CLOSED)));
}
