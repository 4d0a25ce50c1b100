package org.sala.casework.joining;

import java.util.List;
import java.util.Optional;
import org.sala.casework.people.Cases;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * Two records that may be one person's.
 *
 * @param likeness what speaks for it and against it
 * @param contested whether one station says that they are the same and another that they are not
 */
public record Candidate(Side one, Side other, Likeness likeness, boolean contested) {

  /**
   * One of the two.
   *
   * @param number the wristband's
   * @param station the name of the station that wrote it; empty where that is not known here
   * @param here whether it was written at this station
   * @param possiblyChild whether the person is possibly under 18 by this record or a linked one
   */
  public record Side(
      RecordId id,
      String number,
      String name,
      String roman,
      String station,
      boolean here,
      boolean possiblyChild) {
    @Override
    public String toString() {
      return "Side[" + id + "]";
    }
  }

  /**
   * One field of both.
   *
   * @param family the field's key, without the element
   */
  public record Row(
      String family, List<Cases.Shown> one, List<Cases.Shown> other, Likeness.Agreement found) {
    public Row {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }

    @Override
    public String toString() {
      return "Row[" + family + " " + found + "]";
    }
  }

  /**
   * Two records beside each other, and what was said of them before.
   *
   * @param chain where they were said to be two people: the links through others that make one
   *     person of them all the same
   */
  public record Beside(Candidate pair, List<Row> rows, List<Said> said, List<Said> chain) {
    public Beside {
      rows = List.copyOf(rows);
      said = List.copyOf(said);
      chain = List.copyOf(chain);
    }
  }

  /**
   * What somebody said of two records, and it holds.
   *
   * @param same whether they are one person's; else they are two people's
   * @param officer the name, or the number on the certificate; empty where neither is known
   * @param protects whether one of the two is treated as a child for what the other says: then two
   *     officers take it back
   */
  public record Said(
      Side one,
      Side other,
      boolean same,
      Optional<String> reason,
      String officer,
      Moment at,
      boolean protects) {
    @Override
    public String toString() {
      return "Said[" + same + "]";
    }
  }
}
