package org.sala.casework.station;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Compartment;
import org.sala.domain.Moment;
import org.sala.domain.Value;

/**
 * What an officer has typed and not saved yet. It is no case data: it lies encrypted beside it,
 * survives a lock, a kill and a power cut, and goes when its form is saved or given up.
 *
 * <p>Nobody knows yet what half a sentence will be, so it lies under the strictest key that the
 * officer holds; a colleague is never offered it.
 */
public final class Drafts {
  private final Station station;
  private final org.sala.vault.Drafts kept;

  public Drafts(Station station, org.sala.vault.Drafts kept) {
    this.station = station;
    this.kept = kept;
  }

  /**
   * A half-filled form.
   *
   * @param typed what stands in its fields, by the form's own names
   */
  public record Kept(Map<String, String> typed, Moment at) {
    public Kept {
      typed = Map.copyOf(typed);
    }

    @Override
    public String toString() {
      return "Kept";
    }
  }

  /** Keeps what stands in a form now; it is on disk when this returns. */
  public void keep(String form, Map<String, String> typed) {
    Map<String, Value> fields = new LinkedHashMap<>();
    typed.forEach((k, v) -> fields.put(k, Value.text(v)));
    Map<String, Value> content = new LinkedHashMap<>();
    content.put("at", station.now().toValue());
    content.put("typed", new Value.Parts(fields));
    new Reserve(station)
        .first(
            () ->
                Faults.told(
                    () -> {
                      kept.write(mine(form), compartment(), new Value.Parts(content));
                      return form;
                    }));
  }

  /** What was kept of a form; empty when nothing was, or it is spoiled. */
  public Optional<Kept> of(String form) {
    return kept.read(mine(form), compartment())
        .flatMap(
            d -> {
              Map<String, String> typed = new LinkedHashMap<>();
              if (d.content().parts().get("typed") instanceof Value.Parts p) {
                p.parts().forEach((k, v) -> v.asText().ifPresent(t -> typed.put(k, t)));
              }
              return d.content().text("at").map(at -> new Kept(typed, Moment.of(at)));
            });
  }

  /** The form was saved or given up. */
  public void drop(String form) {
    kept.delete(mine(form), compartment());
  }

  public void close() {
    kept.close();
  }

  private String mine(String form) {
    return station.me().hex() + " " + form;
  }

  private Compartment compartment() {
    return station.mayOpen(Compartment.PROTECTION)
        ? Compartment.PROTECTION
        : Compartment.INVESTIGATION;
  }
}
