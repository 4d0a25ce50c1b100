package org.sala.casework.screening;

import java.util.List;
import java.util.Optional;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Station;
import org.sala.form.Catalogue;
import org.sala.form.Country;
import org.sala.form.Wording;

/**
 * What the catalogue says of the country: which rights are told, whom to call, who identifies
 * victims. Where the own headquarters is in another country, nothing of this one's law is said.
 */
public final class CountryRules {
  private final Station station;
  private final Catalogues catalogues;

  public CountryRules(Station station, AuditTrail audit) {
    this.station = station;
    this.catalogues = new Catalogues(station, audit);
  }

  /** What is told before the first question of a screening, by the catalogue it is done with. */
  public List<Country.Point> statement(ScreeningPage page) {
    return page.catalogue().map(Catalogue::country).orElseGet(this::now).statement(where());
  }

  /** Whom to call in danger; nobody where only another country's numbers are known. */
  public List<Country.Call> numbers() {
    return now().numbers(where());
  }

  /** Who identifies victims by law; empty where that is not known here. */
  public Optional<Wording> identifies() {
    return now().identifies(where());
  }

  private Country now() {
    return catalogues.newest(Catalogues.SCREENINGS.getFirst()).country();
  }

  /** The country of the own headquarters (ISO 3166-1); empty while there is none. */
  private String where() {
    return station.state().text("hqCountry").orElse("");
  }
}
