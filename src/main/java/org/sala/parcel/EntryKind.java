package org.sala.parcel;

import java.util.Optional;

/** What an entry of a package is, by its name; in the order in which the entries stand. */
enum EntryKind {
  MIMETYPE,
  HEADER,
  REVISIONS,
  AUDIT,
  OBJECT,
  CONTENTS,
  README,
  MANIFEST,
  SIGNATURE;

  /** Returns the kind of an entry; empty for a name that has no place in a package. */
  static Optional<EntryKind> of(String name) {
    return switch (name) {
      case Layout.MIMETYPE -> Optional.of(MIMETYPE);
      case Layout.HEADER -> Optional.of(HEADER);
      case Layout.REVISIONS -> Optional.of(REVISIONS);
      case Layout.AUDIT -> Optional.of(AUDIT);
      case Layout.CONTENTS -> Optional.of(CONTENTS);
      case Layout.README -> Optional.of(README);
      case Manifest.NAME -> Optional.of(MANIFEST);
      case Layout.SIGNATURE -> Optional.of(SIGNATURE);
      default -> Layout.OBJECT.matcher(name).matches() ? Optional.of(OBJECT) : Optional.empty();
    };
  }

  boolean is(String name) {
    return of(name).filter(k -> k == this).isPresent();
  }

  /** Returns whether an entry of this kind stands before another in a package. */
  boolean isBefore(EntryKind other) {
    return compareTo(other) < 0;
  }

  /** Whether the manifest names it with its digest: all but the type, itself and its signature. */
  boolean isListed() {
    return this != MIMETYPE && this != MANIFEST && this != SIGNATURE;
  }

  /** Returns whether an entry of this kind is read piece by piece, however long it is. */
  boolean isStreamed() {
    return this == REVISIONS || this == AUDIT || this == OBJECT;
  }
}
