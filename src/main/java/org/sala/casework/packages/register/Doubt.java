package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.parcel.Finding;

/**
 * Why a package that is what its sender wrote still has to wait for people. Nothing in it was
 * altered; the question is whom to believe.
 */
public enum Doubt {
  /** The signer's certificate was revoked before the package came. */
  SIGNER_REVOKED,
  /** The key that issued the signer's certificate was taken back before the package came. */
  SIGNER_ISSUER_REVOKED,
  /** The signer's certificate has run out, or is not valid yet. */
  SIGNER_OUT_OF_TIME,
  /** Signed by an officer of ours, from a station that was never enrolled. */
  UNKNOWN_STATION,
  /** Signed by an officer who was enrolled for another station. */
  OTHER_STATION,
  /** Numbers of the signing station were used for other content: two copies of one workspace. */
  TWO_COPIES,
  /** From a workspace that was given up when a backup of it was restored. */
  OLD_INCARNATION,
  /** A change whose author's certificate was revoked before the change came. */
  CHANGE_AUTHOR_REVOKED,
  /** A change by an officer whom nobody has certified. */
  CHANGE_AUTHOR_NOT_ENROLLED,
  /** A change that a neighbour passed on, under a number that its station used for another one. */
  CHANGE_OF_TWO_COPIES,
  /** A change under an id that the same station had used for another one. */
  CHANGE_ID_TWICE;

  /** The doubt that a finding is, if it is one and not a refusal. */
  public static Optional<Doubt> of(Finding.Code code) {
    return switch (code) {
      case SIGNER_REVOKED -> Optional.of(SIGNER_REVOKED);
      case SIGNER_ISSUER_REVOKED -> Optional.of(SIGNER_ISSUER_REVOKED);
      case SIGNER_OUT_OF_TIME -> Optional.of(SIGNER_OUT_OF_TIME);
      case CHANGE_AUTHOR_REVOKED -> Optional.of(CHANGE_AUTHOR_REVOKED);
      case CHANGE_AUTHOR_NOT_ENROLLED -> Optional.of(CHANGE_AUTHOR_NOT_ENROLLED);
      default -> Optional.empty();
    };
  }

  /** Returns doubts as a record keeps them: their names, between blanks. */
  public static String codes(List<Doubt> doubts) {
    return String.join(" ", doubts.stream().map(Doubt::name).toList());
  }

  /** Reads what {@link #codes} wrote; words of a newer program are left out. */
  public static List<Doubt> read(String codes) {
    List<Doubt> doubts = new ArrayList<>();
    for (String code : codes.split(" ")) {
      for (Doubt d : values()) {
        if (d.name().equals(code)) {
          doubts.add(d);
        }
      }
    }
    return doubts;
  }
}
