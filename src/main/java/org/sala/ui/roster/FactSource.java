package org.sala.ui.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/**
 * Where a fact comes from, how reliable that is, and whether anything else confirms it: the two
 * halves of the Admiralty grade are judged apart. Who said it is a kind, never a name: a fact goes
 * further than the record of whoever told it.
 */
public final class FactSource {
  /** The keys that it is kept under beside what is known. */
  public static final List<String> KEYS = List.of("source", "reliability", "credibility");

  private static final Set<String> FITS = Set.of("document", "contact", "nationality");
  private static final List<String> SOURCES =
      List.of("", "self", "other", "paper", "phone", "register", "agency");
  private static final List<String> RELIABILITY = List.of("", "A", "B", "C", "D", "E", "F");
  private static final List<String> CREDIBILITY = List.of("", "1", "2", "3", "4", "5", "6");

  private final Choice source;
  private final Choice reliability;
  private final Choice credibility;

  /**
   * @param was as it stands; what a newer station may have written stays
   */
  public FactSource(Form form, Here here, Value.Parts was) {
    source = choice(form, here, "source", "person.source", SOURCES, was);
    reliability = choice(form, here, "reliability", "person.reliability", RELIABILITY, was);
    credibility = choice(form, here, "credibility", "person.credibility", CREDIBILITY, was);
  }

  private static Choice choice(
      Form form, Here here, String key, String label, List<String> codes, Value.Parts was) {
    Choice choice = form.add(here.t(label), new Choice(codes, c -> here.texts().code(key, c)));
    choice.setId("fact-" + key);
    String code = was.text(key).orElse("");
    if (!choice.getItems().contains(code)) {
      choice.getItems().add(code);
    }
    choice.setValue(code);
    return choice;
  }

  /** Whether what is added or changed is a statement of fact that can carry it. */
  public static boolean fits(String family) {
    return FITS.contains(family);
  }

  /** Enables the source and its grade where they fit what is added now. */
  public void enable(String family) {
    Stream.of(source, reliability, credibility).forEach(c -> c.setDisable(!fits(family)));
  }

  /** Tells the code of the source, as it stands and whenever another is chosen. */
  public void whenChosen(Consumer<String> told) {
    source.valueProperty().addListener((o, was, is) -> told.accept(is == null ? "" : is));
    told.accept(source.getValue());
  }

  /** Leaves alone what two laptops wrote differently of the source. */
  public void leave(Edits was) {
    was.leave(KEYS.get(0), source).leave(KEYS.get(1), reliability).leave(KEYS.get(2), credibility);
  }

  /** Returns all three as they stand, what is left alone as it was. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(KEYS.get(0), source.getValue());
    all.put(KEYS.get(1), reliability.getValue());
    all.put(KEYS.get(2), credibility.getValue());
    return all;
  }

  /** What was chosen; nothing of what was not. */
  public void into(Map<String, String> parts) {
    put(parts, KEYS.get(0), source);
    put(parts, KEYS.get(1), reliability);
    put(parts, KEYS.get(2), credibility);
  }

  /** Returns what was chosen beside what is known, in place of what was said of it before. */
  public Value.Parts beside(Map<String, Value> known) {
    Map<String, Value> parts = new LinkedHashMap<>(known);
    KEYS.forEach(parts::remove);
    Map<String, String> said = new LinkedHashMap<>();
    into(said);
    said.forEach((key, code) -> parts.put(key, Value.text(code)));
    return new Value.Parts(parts);
  }

  private static void put(Map<String, String> parts, String key, Choice choice) {
    Optional.ofNullable(choice.getValue())
        .filter(code -> !choice.isDisabled() && !code.isEmpty())
        .ifPresent(code -> parts.put(key, code));
  }
}
