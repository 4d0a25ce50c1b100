package org.sala.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A screening as it is shipped: its indicators, sections and form.
 *
 * @param id as scam-compound
 * @param form the XForm, byte for byte
 */
public record Catalogue(
    String id, String version, List<Indicator> indicators, List<Section> sections, Form form) {

  /** The version of the rules in {@link Rules}; shown with every result. */
  public static final String RULES = "1";

  public Catalogue {
    indicators = List.copyOf(indicators);
    sections = List.copyOf(sections);
    Map<String, Indicator> seen = new HashMap<>();
    for (Indicator i : indicators) {
      if (seen.put(i.code(), i) != null) {
        throw new FormFault(FormFault.Code.BAD_CATALOGUE, "twice " + i.code());
      }
    }
  }

  /**
   * A built-in catalogue.
   *
   * @throws FormFault if there is none of that name
   */
  public static Catalogue builtIn(String id) {
    if (!id.equals("scam-compound")) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "catalogue " + id);
    }
    return scamCompound();
  }

  /** The screening for people from online scam compounds. */
  public static Catalogue scamCompound() {
    CatalogueTables tables =
        CatalogueTables.read(resource("indicators.csv"), resource("sections.csv"));
    Form form = Form.read(resource("form.xml"));
    return new Catalogue(form.id(), form.version(), tables.indicators(), tables.sections(), form);
  }

  /** The indicator of that code. */
  public Optional<Indicator> indicator(String code) {
    return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /** The indicators of a section in their order. */
  public List<Indicator> of(Section section) {
    List<Indicator> found = new ArrayList<>(indicators);
    found.removeIf(i -> section.dimension().filter(d -> d == i.dimension()).isEmpty());
    return found;
  }

  /** Where the answer for an indicator stands in the form: /screening/section/S5_01. */
  public String path(Indicator indicator) {
    return sections.stream()
        .filter(s -> s.dimension().filter(d -> d == indicator.dimension()).isPresent())
        .map(s -> "/screening/" + s.node() + "/" + indicator.node())
        .findFirst()
        .orElseThrow(() -> new FormFault(FormFault.Code.BAD_CATALOGUE, indicator.code()));
  }

  static byte[] resource(String name) {
    return resource("scam-compound", name);
  }

  static byte[] resource(String folder, String name) {
    try (InputStream in = Catalogue.class.getResourceAsStream(folder + "/" + name)) {
      if (in == null) {
        throw new FormFault(FormFault.Code.BAD_CATALOGUE, name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
