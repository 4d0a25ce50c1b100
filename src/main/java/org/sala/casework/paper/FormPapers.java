package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Forms;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.PlainFile;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;
import org.sala.domain.IdSource;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Form;
import org.sala.form.FormFault;
import org.sala.report.BlankForm;
import org.sala.report.FormPaper;
import org.sala.report.Paper;
import org.sala.report.PaperWriter;

/** Any form on paper: empty ones to fill in by hand, and what was filled in with somebody. */
public final class FormPapers {
  private final Printing printing;
  private final Forms forms;
  private final BlankForms blanks;

  public FormPapers(Printing printing, Forms forms, BlankForms blanks) {
    this.printing = printing;
    this.forms = forms;
    this.blanks = blanks;
  }

  /**
   * An empty form that can be printed.
   *
   * @param id of one that comes with Sala, or as one from elsewhere names itself
   * @param digest names one from elsewhere; empty for one that comes with Sala
   * @param title what one from elsewhere is called; else empty
   */
  public record Empty(String id, String digest, String title) {}

  /** Returns the empty forms that come with Sala, then those from elsewhere. */
  public List<Empty> empties() {
    return Stream.concat(
            BuiltIn.names().stream().map(id -> new Empty(id, "", "")),
            blanks.all().stream().map(b -> new Empty(b.id(), b.digest(), b.title())))
        .toList();
  }

  /**
   * An empty form.
   *
   * @param language beside English, for the interpreter; may be empty
   * @throws CaseworkFault {@code NOT_FOUND} where it is not here any more, or is spoiled
   */
  public Printed empty(Empty which, String language, Words words, Path to, Progress progress) {
    Paper paper = paper(which, language, words).of("", printing.foot(words));
    return printing.save(
        List.of(paper), "blank form " + which.id(), new Printing.To(words, to, progress));
  }

  /**
   * An empty form of nobody's workspace, for a command.
   *
   * @param catalogue one that comes with Sala
   */
  public static Printed empty(
      String catalogue, String language, Words words, Path to, Tools tools) {
    return loose(ofSala(BuiltIn.newest(catalogue), language, words), words, to, tools);
  }

  /**
   * Prints an empty form from elsewhere, of nobody's workspace, for a command.
   *
   * @throws FormFault if it is no form, or asks for something that is not run
   */
  public static Printed empty(byte[] xml, String language, Words words, Path to, Tools tools) {
    return loose(fromElsewhere(BlankForms.read(xml), language, words), words, to, tools);
  }

  private static Printed loose(BlankForm form, Words words, Path to, Tools tools) {
    Paper paper = form.of("", words.t("paper.foot", words.date(tools.now())));
    byte[] pdf =
        new PaperWriter(words, tools.now())
            .write(List.of(paper), Progress.none().inReport())
            .orElseThrow();
    return new PlainFile(new IdSource(tools.clock(), tools.random()), target -> false)
        .write(to, pdf, () -> {});
  }

  private BlankForm paper(Empty which, String language, Words words) {
    return which.digest().isEmpty()
        ? ofSala(forms.newest(which.id()), language, words)
        : fromElsewhere(
            blanks
                .find(which.digest())
                .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND)),
            language,
            words);
  }

  private static BlankForm ofSala(Catalogue c, String language, Words words) {
    Set<String> reviewed =
        c.form().languages().stream().filter(c::reviewed).collect(Collectors.toSet());
    String named = named(c.id(), c.version(), c.digest(), words);
    return new BlankForm(
        words, c.form(), words.code("catalogue", c.id()), named, reviewed, language);
  }

  /** Of one from elsewhere nobody says who has reviewed a translation. */
  private static BlankForm fromElsewhere(Form form, String language, Words words) {
    String named = named(form.id(), form.version(), form.digest(), words);
    return new BlankForm(words, form, form.title(), named, Set.of("en"), language);
  }

  private static String named(String id, String version, String digest, Words words) {
    return words.t("paper.form.version", id, version, digest.substring(0, 12));
  }

  /**
   * A form with its answers, and with what was answered before it was skipped. The person stands on
   * it by number.
   *
   * @throws CaseworkFault {@code NO_PROTECTION_KEY} where answers are protected that this officer
   *     may not read: a form without them would say less than the person did
   */
  public Printed filled(RecordId id, Words words, Path to, Progress progress) {
    FormPage page = forms.page(id);
    if (page.keptBack()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    boolean reviewed = page.reviewed().contains(page.language());
    FormPaper.Filled filled =
        new FormPaper.Filled(
            page.questions(), page.answers(), page.irrelevant(), reviewed ? page.language() : "");
    String title =
        page.line().title().isEmpty()
            ? words.code("catalogue", page.line().form())
            : page.line().title();
    Paper paper =
        new FormPaper(words, filled)
            .of(page.person().wristband(), title, printing.foot(words), head(page, words));
    return printing.save(
        List.of(paper), "filled form", Optional.of(id), new Printing.To(words, to, progress));
  }

  private static List<String> head(FormPage page, Words words) {
    List<String> head = new ArrayList<>();
    page.line().beganMillis().ifPresent(b -> head.add(words.t("paper.form.began", words.date(b))));
    head.add(words.t(page.line().closed() ? "forms.closed" : "forms.open"));
    if (!page.language().isEmpty()) {
      String language = words.code("lang", page.language());
      head.add(
          page.reviewed().contains(page.language()) || page.interpreter().isEmpty()
              ? words.t("forms.asked", language)
              : words.t("forms.asked.through", page.interpreter(), language));
    }
    if (!page.interpreter().isEmpty()) {
      head.add(words.t("paper.form.interpreter", page.interpreter()));
    }
    if (!page.runs()) {
      head.add(words.t("forms.notrun"));
    }
    Differing.words(page.differing(), words).ifPresent(head::add);
    return head;
  }
}
