package org.sala.domain;

import java.util.UUID;

/** Reads a UUID in its one canonical text form. */
final class UuidText {
  private UuidText() {}

  static UUID parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new DomainFault(DomainFault.Code.BAD_ID, "not a UUID");
    }
    throw new DomainFault(DomainFault.Code.BAD_ID, "not a canonical UUID");
  }
}
