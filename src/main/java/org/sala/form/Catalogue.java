package org.sala.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sala.domain.AgeGroup;
import org.sala.form.CatalogueManifest.Text;

/**
 * A screening as it is run: forms, the rules beside them and who has reviewed their wording, under
 * one name, version and digest. All that Sala knows of an indicator stands in it; which indicators
 * there are is nowhere in the program.
 */
public final class Catalogue {
  /** The version of the rules in {@link Rules}; shown with every result. */
  public static final String RULES = "1";

  private final CatalogueManifest manifest;
  private final String digest;
  private final Form form;
  private final RuleFile rules;
  private final List<Section> sections;
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final Optional<Catalogue> forChildren;
  private final Optional<Country> country;
  private final List<ContextFact> facts;
  private final List<ConsentFact> consents;
  private final Optional<CardWords> card;
  private final Optional<List<RecoveryWindow>> windows;

  private Catalogue(CatalogueFiles files, String formFile, Optional<Catalogue> forChildren) {
    this.manifest = files.manifest();
    this.digest = files.digest();
    this.form = Form.read(files.file(formFile));
    this.rules =
        manifest.text(Text.RULES).map(files::file).map(RuleFile::read).orElse(RuleFile.NONE);
    if (manifest.text(Text.RULES).isPresent()) {
      RuleCheck.of(rules, form);
    }
    this.forChildren = forChildren;
    this.country =
        manifest.text(Text.COUNTRY).map(f -> whole(f, read(f, files), Country::wordings));
    this.facts =
        manifest.text(Text.FACTS).map(f -> ContextFact.read(f, files.file(f))).orElseGet(List::of);
    this.consents =
        manifest
            .text(Text.CONSENTS)
            .map(f -> whole(f, ConsentFact.read(f, files.file(f)), ConsentFact::wordings))
            .orElseGet(List::of);
    this.card =
        manifest
            .text(Text.CARD)
            .map(f -> whole(f, CardWords.read(f, files.file(f)), CardWords::wordings));
    this.windows =
        manifest
            .text(Text.WINDOWS)
            .map(
                f ->
                    whole(
                        f, RecoveryWindow.read(f, files.file(f), form), RecoveryWindow::wordings));
    rules.indicators().values().forEach(r -> indicators.put(r.code(), named(r)));
    this.sections = parts();
  }

  /**
   * Reads a catalogue from its files.
   *
   * @param reader gives the bytes of a file of that name; empty if there is none
   * @throws FormFault if one of them is not right, or they do not fit together; then it says all
   *     that is wrong, with the line
   */
  public static Catalogue read(Function<String, Optional<byte[]>> reader) {
    return of(CatalogueFiles.read(reader));
  }

  /**
   * The bytes of a catalogue's own file as another version with another integrity recipient; the
   * other files stay as they are.
   *
   * @param manifest its {@code catalogue.txt}
   * @throws FormFault if that is none
   */
  public static byte[] renewed(byte[] manifest, int version, Optional<IntegrityRecipient> to) {
    CatalogueManifest.read(manifest);
    return CatalogueManifest.renewed(manifest, version, to);
  }

  static Catalogue of(CatalogueFiles files) {
    CatalogueManifest m = files.manifest();
    Optional<Catalogue> children =
        Optional.ofNullable(m.forms().get(CatalogueManifest.For.CHILD))
            .map(file -> new Catalogue(files, file, Optional.empty()));
    return new Catalogue(files, m.first(), children);
  }

  /** The screening for people from online scam compounds, as it is begun today. */
  public static Catalogue scamCompound() {
    return BuiltIn.newest("scam-compound");
  }

  /** Returns the catalogue's name, as scam-compound. */
  public String id() {
    return manifest.id();
  }

  public String version() {
    return manifest.version();
  }

  /** SHA-256 in hex over its canonical bytes: a screening names it, and is only run with this. */
  public String digest() {
    return digest;
  }

  /** The name of the file in which a catalogue says what it consists of. */
  public static String manifestFile() {
    return CatalogueManifest.FILE;
  }

  /** The files that it consists of, in the order of their names. */
  public List<String> files() {
    return manifest.files();
  }

  /** Everyone who has reviewed a wording, by language (ISO 639-1). */
  public Map<String, String> reviewers() {
    return manifest.reviewers();
  }

  /** Whether that digest means this catalogue: its own, or that of its only form. */
  boolean isNamed(String other) {
    return digest.equals(other)
        || manifest.forms().containsKey(CatalogueManifest.For.EVERYONE)
            && form.digest().equals(other);
  }

  /**
   * Returns this catalogue with the form for somebody of that age. Its places are the same ones, so
   * that an answer stands wherever the age turns out otherwise; its wording is not.
   */
  public Catalogue forAge(AgeGroup age) {
    return age == AgeGroup.CHILD ? forChildren.orElse(this) : this;
  }

  public Form form() {
    return form;
  }

  /** The form of that id, for adults or for children. */
  Optional<Catalogue> withForm(String formId) {
    if (form.id().equals(formId)) {
      return Optional.of(this);
    }
    return forChildren.flatMap(c -> c.withForm(formId));
  }

  /**
   * Who has reviewed the wording in a language as a native speaker. English is the language that it
   * was written in. Where nobody has, it is the interpreter's alone: it is not put before the
   * person, and not printed as what was asked.
   *
   * @param language ISO 639-1
   */
  public Optional<String> reviewer(String language) {
    return Optional.ofNullable(manifest.reviewers().get(language));
  }

  /**
   * Who alone may read answers that may name officials; empty where such answers stay at the
   * station.
   */
  public Optional<IntegrityRecipient> integrity() {
    return manifest.integrity();
  }

  /** Whether a wording in that language may be put before the person. */
  public boolean reviewed(String language) {
    return language.equals("en") || reviewer(language).isPresent();
  }

  /** What is never asked and never counted, and can be written down beside a result. */
  public List<ContextFact> facts() {
    return facts;
  }

  /** What a person is asked to agree to before a rested screening, each by itself. */
  public List<ConsentFact> consents() {
    return consents;
  }

  /** The words of the card that a person takes along; a catalogue without it has Sala's. */
  public CardWords card() {
    return card.orElseGet(() -> scamCompound().card.orElseThrow());
  }

  /**
   * Whether the card may be given to the person in that language: whoever has reviewed the
   * catalogue has reviewed it only where it stands there.
   */
  public boolean reviewedCard(String language) {
    return language.equals("en") || card.isPresent() && reviewed(language);
  }

  /** How long money may be called back; a catalogue that says nothing of it has Sala's newest. */
  public List<RecoveryWindow> windows() {
    return windows.orElseGet(() -> BuiltIn.newest("defrauded").windows.orElseThrow());
  }

  /** What holds in the country that it is for; a catalogue without it has what came with Sala. */
  public Country country() {
    return country.orElseGet(() -> scamCompound().country.orElseThrow());
  }

  /**
   * Whether what is told before the first question may be put before the person in that language:
   * whoever has reviewed the catalogue has reviewed it only where it stands there.
   */
  public boolean reviewedOpening(String language) {
    return language.equals("en") || country.isPresent() && reviewed(language);
  }

  private static Country read(String file, CatalogueFiles files) {
    return CountryReader.read(file, files.file(file));
  }

  /**
   * What was read, where a language that somebody has reviewed is there whole.
   *
   * @throws FormFault if it is not
   */
  private <T> T whole(String file, T read, Function<T, List<Wording>> wordings) {
    List<Wording> all = wordings.apply(read);
    List<String> lacking =
        reviewers().keySet().stream()
            .filter(l -> all.stream().anyMatch(w -> !w.byLanguage().containsKey(l)))
            .sorted()
            .map(l -> file + ": " + l + " is reviewed, and words are missing in it")
            .toList();
    if (!lacking.isEmpty()) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, lacking);
    }
    return read;
  }

  /** Whether every answer belongs to the protected part of its record. */
  public boolean protectedAnswers() {
    return manifest.protectedAnswers();
  }

  /** Returns all indicators, in the order of the rule file. */
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

  /** Returns the indicators of a section in their order. */
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
}
