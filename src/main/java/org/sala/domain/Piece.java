package org.sala.domain;

/** What stands in a change for a revision: the revision, or its id where it was kept back. */
public sealed interface Piece {

  RevisionId id();

  /** The revision itself. */
  record Whole(Revision revision) implements Piece {
    @Override
    public RevisionId id() {
      return revision.id();
    }
  }

  /** Only the id: whoever passed the change on kept the revision back. */
  record Withheld(RevisionId id) implements Piece {}
}
