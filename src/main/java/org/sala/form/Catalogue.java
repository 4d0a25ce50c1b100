package org.sala.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A screening as it is run: a form, and the rules beside it. All that Sala knows of an indicator
 * stands in these two; which indicators there are is nowhere in the program.
 */
public final class Catalogue {
  /** The version of the rules in {@link Rules}; shown with every result. */
  public static final String RULES = "1";

  private final Form form;
  private final RuleFile rules;
  private final List<Section> sections;
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();

  private Catalogue(Form form, RuleFile rules) {
    this.form = form;
    this.rules = rules;
    rules.indicators().values().forEach(r -> indicators.put(r.code(), named(r)));
    this.sections = parts();
  }

  /**
   * A form with its rules.
   *
   * @throws FormFault if one of them is not right, or they do not fit together; then it says all
   *     that is wrong, with the line of the rule file
   */
  public static Catalogue of(byte[] xml, byte[] rules) {
    Form form = Form.read(xml);
    RuleFile read = RuleFile.read(rules);
    RuleCheck.of(read, form);
    return new Catalogue(form, read);
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
    return of(resource("scam-compound", "form.xml"), resource("scam-compound", "rules.txt"));
  }

  /** Its name, as scam-compound. */
  public String id() {
    return form.id();
  }

  public String version() {
    return form.version();
  }

  public Form form() {
    return form;
  }

  /** All indicators, in the order of the rule file. */
  public List<Indicator> indicators() {
    return List.copyOf(indicators.values());
  }

  /** The dimensions, in the order of the rule file. */
  public List<Dimension> dimensions() {
    return List.copyOf(rules.dimensions().values());
  }

  /** The parts of the form that begin with an invitation, in its order. */
  public List<Section> sections() {
    return sections;
  }

  /** The indicator of that code. */
  public Optional<Indicator> indicator(String code) {
    return Optional.ofNullable(indicators.get(code));
  }

  /** The indicators of a section in their order. */
  public List<Indicator> of(Section section) {
    List<Indicator> found = new ArrayList<>(indicators.values());
    found.removeIf(i -> section.dimension().filter(i.dimension()::equals).isEmpty());
    return found;
  }

  /** Where the first answer for an indicator stands in the form: /screening/section/S5_01. */
  public String path(Indicator indicator) {
    return rules.of(indicator.code()).getFirst().path();
  }

  /** Every place whose answer a rule reads. */
  List<String> paths() {
    return rules.answers().stream().map(AnswerRule::path).distinct().toList();
  }

  /**
   * What answers say of the indicators.
   *
   * @param answers by path, of every version where versions differ; what has become irrelevant is
   *     not among them
   * @param actAdded see {@link Account}
   * @throws FormFault for a choice or number that no rule knows
   */
  public Account account(AgeGroup age, Map<String, List<Answer>> answers, boolean actAdded) {
    Map<String, Reading> readings = new HashMap<>();
    for (String code : indicators.keySet()) {
      List<Reading> said =
          rules.of(code).stream()
              .filter(a -> !answers.getOrDefault(a.path(), List.of()).isEmpty())
              .map(a -> a.in(answers))
              .toList();
      if (!said.isEmpty()) {
        readings.put(code, AnswerRule.together(said));
      }
    }
    return new Account(age, readings, actAdded);
  }

  /** The words stand in the form, as ODK's own tools name them: label, short label, guidance. */
  private Indicator named(IndicatorRule r) {
    String path = rules.of(r.code()).getFirst().path();
    return new Indicator(
        r.code(),
        dimension(r),
        r.definesMeans(),
        r.definesPurpose(),
        r.showsAct(),
        r.underEighteen(),
        r.adult(),
        r.child(),
        r.askIn(),
        r.care(),
        form.text(path + ":hint", "guidance"),
        form.text(path + ":label", "short"),
        form.text(path + ":label", ""));
  }

  private Dimension dimension(IndicatorRule r) {
    return Optional.ofNullable(rules.dimensions().get(r.dimension())).orElseThrow();
  }

  private List<Section> parts() {
    List<Section> found = new ArrayList<>();
    for (Question q : form.questions()) {
      String end = "/" + Section.OPENING;
      if (q instanceof Question.Invitation i && i.path().endsWith(end)) {
        String group = i.path().substring(0, i.path().length() - end.length());
        found.add(
            new Section(
                group,
                dimensions().stream().filter(d -> d.group().equals(group)).findFirst(),
                form.text(group + ":label", ""),
                i.text()));
      }
    }
    return List.copyOf(found);
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
