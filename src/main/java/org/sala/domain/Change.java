package org.sala.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * One act of one officer, all or nothing: the header, the author's ECDSA signature over the
 * header's bytes (DER), and the revisions in the header's order.
 */
public record Change(ChangeHeader header, byte[] signature, List<Piece> pieces) {

  public Change {
    pieces = List.copyOf(pieces);
    if (pieces.size() != header.revisions().size()) {
      throw new DomainFault(DomainFault.Code.BAD_CHANGE, "as many pieces as the header names");
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).id().equals(header.revisions().get(i))) {
        throw new DomainFault(DomainFault.Code.BAD_CHANGE, "a piece is not the one named");
      }
    }
  }

  /** The signature; callers must not change it. */
  @Override
  public byte[] signature() {
    return signature;
  }

  public ChangeId id() {
    return header.id();
  }

  /** The revisions that came with it, without those kept back. */
  public List<Revision> revisions() {
    List<Revision> whole = new ArrayList<>();
    for (Piece p : pieces) {
      if (p instanceof Piece.Whole w) {
        whole.add(w.revision());
      }
    }
    return whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Change c && c.header.equals(header) && c.pieces.equals(pieces);
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }

  @Override
  public String toString() {
    return "Change[" + header.id() + ", " + pieces.size() + "]";
  }
}
