package org.sala.casework.screening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Stored;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.merge.FieldState;

/**
 * The catalogues that this Sala can run. A record is always shown with the very one it was begun
 * with: another version, even of the same catalogue, is not taken for it.
 */
@BehindTheDesk
public final class Catalogues {
  /** Which catalogues people are screened with; the usual one first. */
  static final List<String> SCREENINGS = List.of("scam-compound", "labour");

  /** Answers that may name officials, in every version that anybody was ever screened with. */
  private static final Set<String> OFFICIAL = official();

  private Catalogues() {}

  /**
   * What a new screening is begun with.
   *
   * @param id one of {@link #SCREENINGS}
   */
  static Catalogue screening(String id) {
    if (!SCREENINGS.contains(id)) {
      throw new IllegalArgumentException("no catalogue that people are screened with");
    }
    return BuiltIn.newest(id);
  }

  /** The catalogue that a record's open fields name. */
  public static Optional<Catalogue> of(Map<String, FieldState> open) {
    return BuiltIn.find(
        Stored.text(open, "form").orElse(""),
        Stored.text(open, "formVersion").orElse(""),
        Stored.text(open, "formDigest").orElse(""));
  }

  /** Whether a field of a screening holds an answer that may name an official. */
  public static boolean mayNameOfficials(String key) {
    return OFFICIAL.contains(key.substring(key.lastIndexOf('/') + 1));
  }

  private static Set<String> official() {
    Set<String> nodes = new LinkedHashSet<>();
    for (String id : SCREENINGS) {
      for (String version : BuiltIn.versions(id)) {
        BuiltIn.version(id, version).indicators().stream()
            .filter(Indicator::staysHere)
            .map(Indicator::node)
            .forEach(nodes::add);
      }
    }
    return Set.copyOf(nodes);
  }
}
