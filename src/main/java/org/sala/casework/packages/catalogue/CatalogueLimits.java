package org.sala.casework.packages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sala.casework.keys.Issuing;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.StationId;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;

/** What a catalogue from headquarters may not do, however well it is made. */
final class CatalogueLimits {
  /** Whatever is kept from a first screening stays out of it. */
  private static final Set<String> NEVER_FIRST = Set.of("NEVER", "SPECIALIST");

  private final Station station;
  private final Catalogues catalogues;

  CatalogueLimits(Station station, Catalogues catalogues) {
    this.station = station;
    this.catalogues = catalogues;
  }

  /** Returns everything that speaks against a catalogue. */
  List<String> against(Catalogue c) {
    List<String> findings = new ArrayList<>();
    if (!BuiltIn.names().contains(c.id())) {
      findings.add(
          "catalogue.txt: no catalogue of that name is used: "
              + String.join(", ", BuiltIn.names()));
      return findings;
    }
    Catalogue now = catalogues.newest(c.id());
    if (Catalogues.number(c.version()) <= Catalogues.number(now.version())) {
      findings.add(
          "catalogue.txt: version "
              + c.version()
              + " is not newer than "
              + now.version()
              + ", which is in force");
    }
    c.integrity().stream()
        .flatMap(r -> r.keys().stream())
        .filter(this::isOneOfOurs)
        .forEach(
            k ->
                findings.add(
                    "catalogue.txt: the integrity recipient's key is one of headquarters or of a"
                        + " station, which must not read these answers"));
    if (now.protectedAnswers() && !c.protectedAnswers()) {
      findings.add("catalogue.txt: its answers are protected now, and would not be");
    }
    for (Indicator was : now.indicators()) {
      c.indicator(was.code())
          .filter(is -> was.sealed() && !is.sealed())
          .ifPresent(
              is ->
                  findings.add(
                      "rules: the answer for "
                          + is.code()
                          + " is protected now, and would not be"));
      c.indicator(was.code())
          .filter(is -> was.askIn() != is.askIn() && NEVER_FIRST.contains(was.askIn().name()))
          .ifPresent(
              is ->
                  findings.add(
                      "rules: " + is.code() + " is not asked in a first screening, and would be"));
    }
    return findings;
  }

  private boolean isOneOfOurs(String key) {
    for (Compartment c : Compartment.values()) {
      boolean own = station.mayOpen(c) && station.receiving(c).recipient().text().equals(key);
      boolean theirs =
          station.state().texts("stations").stream()
              .flatMap(s -> new Issuing(station).recipient(StationId.of(s), c).stream())
              .anyMatch(r -> r.text().equals(key));
      if (own || theirs) {
        return true;
      }
    }
    return false;
  }
}
