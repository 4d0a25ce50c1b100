package org.sala.domain;

/** What the value of a field means; the shapes are listed in {@code docs/formats/object.md}. */
public enum FieldType {
  TEXT,
  CODE,
  NUMBER,
  FLAG,
  DATE,
  MOMENT,
  REFERENCE,
  NAME,
  DOCUMENT,
  CONTACT,
  FILE,
  ANSWER
}
