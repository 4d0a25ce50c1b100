package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.CONTACT;
import static org.sala.domain.FieldType.DATE;
import static org.sala.domain.FieldType.DOCUMENT;
import static org.sala.domain.FieldType.FILE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.NAME;
import static org.sala.domain.FieldType.NUMBER;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** People, what they agreed to and fear, and who may help them. */
final class PersonKinds {
  private PersonKinds() {}

  static final Kind PERSON =
      new Kind(
          "person",
          ScopeType.PERSON,
          true,
          List.of(
              open("wristband", CODE, CLOSED),
              named("name", NAME, SET),
              named("alias", NAME, SET),
              open("birth", DATE, SINGLE),
              open("sex", CODE, SINGLE),
              open("nationality", CODE, SET),
              open("language", CODE, SET),
              open("interpreter", CODE, SINGLE),
              named("document", DOCUMENT, SET),
              named("contact", CONTACT, SET),
              named("photo", FILE, SINGLE),
              open("arrived", MOMENT, SINGLE),
              open("script", CODE, CLOSED),
              open("detained", MOMENT, SINGLE),
              safe("safeContact", CONTACT, SET),
              safe("needs", FieldType.TEXT, Join.TEXT),
              safe("health", FieldType.TEXT, Join.TEXT)));

  static final Kind INSIDE =
      new Kind(
          "inside",
          ScopeType.PERSON,
          true,
          List.of(
              open("saidBy", REFERENCE, CLOSED),
              named("name", FieldType.TEXT, SINGLE),
              open("relation", FieldType.TEXT, SINGLE),
              open("site", FieldType.TEXT, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              open("lastSeen", FieldType.TEXT, SINGLE),
              open("safe", CODE, SINGLE),
              open("status", CODE, SINGLE),
              open("source", CODE, SINGLE),
              open("reliability", CODE, SINGLE),
              open("credibility", CODE, SINGLE)));

  static final Kind CONSENT =
      new Kind(
          "consent",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("purpose", CODE, CLOSED),
              open("recipient", CODE, CLOSED),
              open("knew", CODE, CLOSED),
              open("answer", CODE, SINGLE),
              open("without", CODE, SINGLE),
              open("language", CODE, SINGLE),
              open("interpreter", CODE, SINGLE),
              named("guardian", FieldType.TEXT, SINGLE),
              open("reason", FieldType.TEXT, SINGLE),
              open("why", FieldType.TEXT, SINGLE),
              safe("told", FieldType.TEXT, SINGLE),
              open("toldAt", MOMENT, SINGLE),
              open("supervisor", CODE, SINGLE),
              named("supervisorName", FieldType.TEXT, SINGLE),
              open("remark", FieldType.TEXT, SINGLE),
              open("at", MOMENT, SINGLE)));

  /** What a person fears of a country; in the open, so that whoever seals is stopped by it. */
  static final Kind FEAR =
      new Kind(
          "fear",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("country", CODE, CLOSED),
              open("of", CODE, SINGLE),
              open("at", MOMENT, SINGLE),
              open("ended", MOMENT, SINGLE)));

  /**
   * Handing a person to a service. How far it is stands open, so that the night can be led; what
   * for, to whom, and why it was turned down are protected.
   */
  static final Kind REFERRAL =
      new Kind(
          "referral",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("state", CODE, SINGLE),
              open("sent", MOMENT, CLOSED),
              open("due", MOMENT, SINGLE),
              open("answered", MOMENT, SINGLE),
              open("ended", MOMENT, SINGLE),
              open("slip", CODE, CLOSED),
              safe("service", CODE, CLOSED),
              safe("listed", REFERENCE, CLOSED),
              safe("agency", FieldType.TEXT, SINGLE),
              safe("asked", FieldType.TEXT, Join.TEXT),
              safe("shared", FLAG, SET),
              safe("basis", CODE, CLOSED),
              safe("why", FieldType.TEXT, SINGLE)));

  /** An agency in the directory of services; it stays at the station. */
  static final Kind AGENCY =
      new Kind(
          "agency",
          ScopeType.STATION,
          false,
          List.of(
              open("name", FieldType.TEXT, SINGLE),
              open("service", CODE, SET),
              open("language", CODE, SET),
              open("hours", FieldType.TEXT, SINGLE),
              open("contact", FieldType.TEXT, SINGLE),
              open("version", NUMBER, SINGLE),
              open("ended", MOMENT, SINGLE)));
}
