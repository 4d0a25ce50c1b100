package org.sala.casework;

import java.util.Optional;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;

/**
 * The catalogues that this Sala can run. A screening is always shown with the very one it was begun
 * with: another version, even of the same catalogue, is not taken for it.
 */
final class Catalogues {
  private static final String SCAM_COMPOUND = "scam-compound";

  private Catalogues() {}

  /** What a new screening is begun with. */
  static Catalogue current() {
    return BuiltIn.newest(SCAM_COMPOUND);
  }

  /**
   * @param digest as the screening names it
   */
  static Optional<Catalogue> find(String id, String version, String digest) {
    return BuiltIn.find(id, version, digest);
  }
}
