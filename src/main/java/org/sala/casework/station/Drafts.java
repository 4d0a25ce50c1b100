package org.sala.casework.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.vault.VaultFault;

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
  private final boolean spoiled;

  public Drafts(Station station, org.sala.vault.Drafts kept) {
    this.station = station;
    this.kept = kept;
    kept.writeUnwritten();
    this.spoiled = setAsideSpoiled();
  }

  private boolean setAsideSpoiled() {
    try {
      if (kept.setAsideSpoiled() == 0) {
        return false;
      }
      station.tools().faults().note(new VaultFault(VaultFault.Code.DAMAGED, "drafts"));
      return true;
    } catch (VaultFault e) {
      // A folder that cannot be looked through keeps nobody out.
      station.tools().faults().note(e);
      return false;
    }
  }

  /** Whether forms, of whichever officer, were found at this unlock that nobody can read again. */
  public boolean isSpoiled() {
    return spoiled;
  }

  /**
   * What stood in a field when typing into it began.
   *
   * @param words as the form showed it
   * @param by the versions of the record that had set it, as {@link Seen} writes them; empty where
   *     there was nothing, or the field is no record's
   */
  public record Stood(String words, String by) {
    @Override
    public String toString() {
      return "Stood";
    }
  }

  /**
   * A half-filled form.
   *
   * @param typed what stands in its fields, by the form's own names
   * @param stood what stood there before; nothing of a draft that was kept before this was kept
   */
  public record Kept(Map<String, String> typed, Map<String, Stood> stood, Moment at) {
    public Kept {
      typed = Map.copyOf(typed);
      stood = Map.copyOf(stood);
    }

    @Override
    public String toString() {
      return "Kept";
    }
  }

  /**
   * A form that was left half filled.
   *
   * @param form by its own name
   */
  public record Left(String form, Moment at) {
    @Override
    public String toString() {
      return "Left";
    }
  }

  /** Returns what this officer has half filled and neither saved nor given up, the last first. */
  public List<Left> left() {
    String mine = mine("");
    List<Left> left = new ArrayList<>();
    for (org.sala.vault.Drafts.Draft draft : kept.all()) {
      if (draft.form().startsWith(mine) && draft.compartment() == compartment()) {
        draft
            .content()
            .text("at")
            .map(Moment::of)
            .ifPresent(at -> left.add(new Left(draft.form().substring(mine.length()), at)));
      }
    }
    left.sort(Comparator.comparing((Left l) -> l.at().instant()).reversed());
    return left;
  }

  /** How much a colleague has half filled, as far as whoever has unlocked can open it. */
  public int leftOf(Fingerprint officer) {
    return (int) kept.all().stream().filter(d -> d.form().startsWith(named(officer, ""))).count();
  }

  /**
   * Keeps what stands in a form that shows no record; it is on disk when this returns.
   *
   * @throws CaseworkFault where the disk does not take it; it stays in memory, sealed, as long as
   *     the program runs, and is written as soon as the disk takes it
   */
  public void keep(String form, Map<String, String> typed) {
    keep(form, typed, Map.of());
  }

  /**
   * Keeps what stands in a form now, with what stood there before: what was written meanwhile by
   * somebody else is then told from it when it is put back. It is on disk when this returns.
   *
   * @throws CaseworkFault as the other one does
   */
  public void keep(String form, Map<String, String> typed, Map<String, Stood> stood) {
    Map<String, Value> content = new LinkedHashMap<>();
    content.put("at", station.now().toValue());
    content.put("typed", texts(typed));
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, String> by = new LinkedHashMap<>();
    stood.forEach(
        (name, s) -> {
          words.put(name, s.words());
          by.put(name, s.by());
        });
    content.put("stood", texts(words));
    content.put("stoodBy", texts(by));
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
              Map<String, String> by = texts(d.content(), "stoodBy");
              Map<String, Stood> stood = new LinkedHashMap<>();
              texts(d.content(), "stood")
                  .forEach((k, v) -> stood.put(k, new Stood(v, by.getOrDefault(k, ""))));
              return d.content()
                  .text("at")
                  .map(at -> new Kept(texts(d.content(), "typed"), stood, Moment.of(at)));
            });
  }

  /**
   * Returns what was kept of a form that was called otherwise before: what was kept under such a
   * name is kept under this one from now on.
   */
  public Optional<Kept> of(String form, List<String> before) {
    Optional<Kept> kept = of(form);
    for (String name : before) {
      if (kept.isPresent()) {
        break;
      }
      kept = of(name);
      kept.ifPresent(
          k -> {
            keep(form, k.typed(), k.stood());
            drop(name);
          });
    }
    return kept;
  }

  private static Value.Parts texts(Map<String, String> texts) {
    Map<String, Value> parts = new LinkedHashMap<>();
    texts.forEach((k, v) -> parts.put(k, Value.text(v)));
    return new Value.Parts(parts);
  }

  private static Map<String, String> texts(Value.Parts content, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (content.parts().get(key) instanceof Value.Parts p) {
      p.parts().forEach((k, v) -> v.asText().ifPresent(t -> texts.put(k, t)));
    }
    return texts;
  }

  /** The form was saved or given up. */
  public void drop(String form) {
    kept.delete(mine(form), compartment());
  }

  public void close() {
    kept.close();
  }

  private String mine(String form) {
    return named(station.me(), form);
  }

  private static String named(Fingerprint officer, String form) {
    return officer.hex() + " " + form;
  }

  private Compartment compartment() {
    return station.mayOpen(Compartment.PROTECTION)
        ? Compartment.PROTECTION
        : Compartment.INVESTIGATION;
  }
}
