package org.sala.form;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;

/** An ODK XForm that Sala can run whole. */
public final class Form {
  /** JavaRosa keeps its references in static state: one parse at a time. */
  private static final OneByOne PARSING = new OneByOne(Duration.ofSeconds(30));

  private final byte[] xml;
  private final String id;
  private final String version;
  private final String digest;
  private final String title;
  private final FormScan.Read scanned;
  private final Places places;
  private final FormTexts texts;
  private final List<String> languages;
  private final List<Question> questions;

  private Form(byte[] xml) {
    this.xml = xml;
    this.scanned = FormScan.of(xml);
    FormDef parsed = parse();
    TreeElement root = parsed.getMainInstance().getRoot();
    this.id = named(root);
    this.version = attribute(root, "version");
    this.title = parsed.getTitle() == null ? "" : parsed.getTitle();
    this.digest = sha256(xml);
    Refused.unlessRunnable(parsed);
    Interview blank = blank(parsed);
    this.places = new Places(parsed);
    this.texts = new FormTexts(parsed);
    this.languages = blank.languages();
    this.questions = shown(blank);
  }

  /**
   * Reads a form.
   *
   * @throws FormFault if it is no form, or asks for something that Sala does not run; then it says
   *     what and where
   */
  public static Form read(byte[] xml) {
    FormText.check(xml);
    return new Form(xml.clone());
  }

  /**
   * Reads a form from outside, which must not hold up whoever asks: XPath and patterns can be
   * written so that they never end.
   *
   * @param most how long it may take
   * @throws FormFault also if it takes longer
   */
  public static Form read(byte[] xml, Duration most) {
    return Patience.within(most, "open", () -> read(xml));
  }

  public String id() {
    return id;
  }

  public String version() {
    return version;
  }

  /** SHA-256 of its bytes, in hex: a screening names it, so that it is always shown with this. */
  public String digest() {
    return digest;
  }

  public String title() {
    return title;
  }

  /** The languages that it can be shown in, in its own order; none if it has plain labels only. */
  public List<String> languages() {
    return languages;
  }

  /** Returns what the empty form shows, in its order. */
  public List<Question> questions() {
    return questions;
  }

  /**
   * Opens the form with answers already given. Nothing is kept in an interview that is not in its
   * answers, so it may be thrown away and opened again at any time.
   *
   * @param answers by path
   * @throws FormFault if a path or a choice is none of this form's
   */
  public Interview open(Map<String, Answer> answers) {
    return new Interview(parse(), scanned.messages(), answers);
  }

  /** The length of its longest path, without the numbers of repeated groups. */
  public int longestPath() {
    return places.longest();
  }

  /** What may stand at a path, whether it is shown now or not; empty if there is no such place. */
  Optional<Places.Place> place(String path) {
    return places.at(path);
  }

  /** Whether the form says itself that this is never shown. */
  boolean neverShown(String path) {
    return scanned.never().stream().anyMatch(n -> path.equals(n) || path.startsWith(n + "/"));
  }

  /**
   * A text by its name, as it is written; nothing if the form has none of that name.
   *
   * @param kind the form of it, as short or guidance; empty for the plain one
   */
  Wording text(String id, String kind) {
    return texts.written(id, kind);
  }

  private FormDef parse() {
    try {
      FormDef form = PARSING.run(this::parsed);
      form.getPreloader().addPreloadHandler(new NoDevice());
      form.initialize(true, new InstanceInitializationFactory());
      return form;
    } catch (StackOverflowError e) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, "too deep");
    } catch (FormFault e) {
      throw e;
    } catch (RuntimeException e) {
      // JavaRosa throws many kinds of unchecked exceptions for a form that is not right
      throw new FormFault(FormFault.Code.NOT_A_FORM, Spoilt.words(e));
    }
  }

  private FormDef parsed() {
    try {
      new XFormsModule().registerModule();
      return XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xml));
    } catch (XFormParser.ParseException e) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, Spoilt.words(e));
    }
  }

  private Interview blank(FormDef parsed) {
    try {
      return new Interview(parsed, scanned.messages(), Map.of());
    } catch (FormFault e) {
      throw e;
    } catch (RuntimeException e) {
      // A text that a question names and no language has, among others.
      throw new FormFault(FormFault.Code.NOT_A_FORM, Spoilt.words(e));
    }
  }

  /** A form whose formulas cannot be worked out is found here and not in front of a person. */
  private static List<Question> shown(Interview blank) {
    try {
      return List.copyOf(blank.questions());
    } catch (FormFault e) {
      throw e;
    } catch (RuntimeException e) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, Spoilt.words(e));
    }
  }

  private static String named(TreeElement root) {
    String id = attribute(root, "id");
    if (id.isBlank()) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, "no id on the instance");
    }
    return id;
  }

  /**
   * Returns an attribute; empty if it is not there: not every form has a version, and its digest
   * tells it apart.
   */
  private static String attribute(TreeElement root, String name) {
    String value = root.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
