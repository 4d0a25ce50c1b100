package org.sala.ui.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Overrides;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Services;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;

/**
 * Whom to ask, for what, and what is told of the person: as little as possible unless the officer
 * ticks more. What the person agreed to is shown; where nothing stands, it is asked here.
 */
final class ReferralForm {
  private static final List<String> HOURS = List.of("2", "12", "24", "72");

  /** What lets a service be asked, said or decided just now. */
  record Basis(String code, Consents.How how) {
    boolean isYesOfOneAlone() {
      return code.equals(Consents.Answer.YES.name()) && how.guardian().isBlank();
    }

    void write(
        Consents consents, Overrides overrides, RecordId person, String purpose, String recipient) {
      if (code.equals(Consents.Answer.YES.name())) {
        consents.ask(person, purpose, recipient, Consents.Answer.YES, Set.of(), how);
      } else {
        overrides.decide(person, purpose, recipient, Consents.Reason.valueOf(code), "");
      }
    }
  }

  private final Here here;
  private final List<Consents.Said> standing;
  private final BiConsumer<Referral.Draft, Optional<Basis>> send;
  private final Form form = new Form();
  private final Choice service;
  private final TextField agency;
  private final TextArea asked;
  private final Map<Referral.Item, CheckBox> shared = new LinkedHashMap<>();
  private final Choice within;
  private final VBox consent = new VBox(6);
  private final List<Consents.Elsewhere> elsewhere;
  private final List<Services.Entry> directory;
  private final Set<String> languages;
  private final boolean child;
  private final VBox listed = new VBox(4);
  private Optional<Services.Entry> entry = Optional.empty();
  private Optional<Asking> asking = Optional.empty();

  /** The fields for an answer that is not written down yet. */
  private record Asking(Choice basis, Choice language, TextField interpreter, TextField guardian) {
    Basis said() {
      return new Basis(
          basis.getValue(),
          new Consents.How(
              language.getValue(),
              interpreter.getText().strip().toUpperCase(Locale.ROOT),
              guardian.getText()));
    }
  }

  ReferralForm(Here here, PersonKnown known, BiConsumer<Referral.Draft, Optional<Basis>> send) {
    this.here = here;
    this.standing = known.counting();
    this.elsewhere = known.saidElsewhere();
    this.directory = known.directory();
    this.languages = Set.copyOf(List.of(known.line().languages().split(" ", -1)));
    this.child = known.line().possiblyChild();
    this.send = send;
    this.service =
        form.add(
            here.t("referral.service"),
            new Choice(
                Arrays.stream(Referral.Service.values()).map(Enum::name).toList(),
                c -> here.texts().code("service", c)));
    service.setId("referral-service");
    form.add(here.t("referral.listed"), listed);
    this.agency = form.add(here.t("referral.agency"), new TextField());
    agency.setId("referral-agency");
    this.asked = form.add(here.t("referral.asked"), new TextArea());
    asked.setPrefRowCount(2);
    asked.setWrapText(true);
    asked.setId("referral-asked");
    FlowPane items = new FlowPane(12, 6);
    items.setPrefWrapLength(380);
    Set<Referral.Item> least = Referral.Item.least();
    for (Referral.Item item : Referral.Item.values()) {
      CheckBox tick = new CheckBox(here.texts().code("shared", item.code()));
      tick.setSelected(least.contains(item));
      tick.setId("shared-" + item.code());
      shared.put(item, tick);
      items.getChildren().add(tick);
    }
    form.add(here.t("referral.shared"), items);
    this.within =
        form.add(
            here.t("referral.within"),
            new Choice(HOURS, h -> here.t("referral.hours", Integer.valueOf(h))));
    within.setValue("24");
    form.add(here.t("referral.consent"), consent);
    service
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              consent();
              listed();
            });
    consent();
    listed();
  }

  void ask() {
    here.dialogs().ask(here.t("referral.dialog"), form, here.t("referral.send"), this::sent);
  }

  private Referral.Service chosen() {
    return Referral.Service.valueOf(service.getValue());
  }

  /**
   * Lists the agencies of the directory that offer the service; who speaks the person's language
   * stands first.
   */
  private void listed() {
    Map<String, Services.Entry> doing = new LinkedHashMap<>();
    directory.stream()
        .filter(e -> e.agency().services().contains(chosen()))
        .sorted(
            Comparator.comparing(
                e -> e.agency().languages().stream().noneMatch(languages::contains)))
        .forEach(e -> doing.put(e.id().toString(), e));
    entry = Optional.empty();
    if (doing.isEmpty()) {
      listed.getChildren().setAll(Nodes.label(here.t("referral.listed.none"), "muted"));
      return;
    }
    List<String> ids = new ArrayList<>(List.of(""));
    ids.addAll(doing.keySet());
    Choice choice =
        new Choice(
            ids,
            id ->
                Optional.ofNullable(doing.get(id))
                    .map(e -> e.agency().name())
                    .orElse(here.t("referral.listed.typed")));
    choice.setId("referral-listed");
    choice.setAccessibleText(here.t("referral.listed"));
    choice.setMaxWidth(Double.MAX_VALUE);
    Label how = Nodes.changing("muted", "small");
    how.managedProperty().bind(how.textProperty().isNotEmpty());
    choice
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              entry = Optional.ofNullable(doing.get(is));
              entry.ifPresent(e -> agency.setText(e.agency().name()));
              how.setText(entry.map(this::reached).orElse(""));
            });
    listed.getChildren().setAll(choice, how);
  }

  private String reached(Services.Entry e) {
    String spoken =
        e.agency().languages().stream()
            .map(l -> here.texts().code("lang", l))
            .collect(Collectors.joining(", "));
    return Stream.of(spoken, e.agency().hours(), e.agency().contact())
        .filter(t -> !t.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** What stands for the chosen service, or the question. */
  private void consent() {
    Referral.Service to = chosen();
    Optional<Consents.Said> said =
        standing.stream()
            .filter(s -> s.purpose().equals(to.purpose()) && s.recipient().equals(to.recipient()))
            .findFirst();
    boolean lets = said.filter(s -> lets(s, to)).isPresent();
    Set<String> without =
        said.filter(Consents.Said::holds).map(Consents.Said::without).orElse(Set.of());
    shared.forEach(
        (item, tick) -> {
          boolean left = without.contains(item.code());
          tick.setDisable(left);
          if (left) {
            tick.setSelected(false);
          }
        });
    String about =
        here.t(
            "consent.about",
            here.texts().code("consentFor", to.purpose()),
            here.texts().code("consentTo", to.recipient()));
    String answer =
        said.map(s -> here.texts().code("consent", s.answer())).orElse(here.t("consent.NOT_ASKED"));
    consent.getChildren().setAll(Nodes.label(about + ": " + answer, lets ? "strong" : "muted"));
    asking = Optional.empty();
    Optional<String> other =
        elsewhere.stream()
            .filter(e -> said.filter(e.said()::equals).isPresent())
            .map(Consents.Elsewhere::number)
            .findFirst();
    if (other.isPresent()) {
      // A yes that is asked for here would not count.
      consent.getChildren().add(Nodes.label(here.t("elsewhere.there", other.get()), "muted"));
    } else if (!lets) {
      consent.getChildren().add(question(to));
    }
  }

  private static boolean lets(Consents.Said s, Referral.Service to) {
    return new Consents.LastWord(s.answer(), s.disputed()).lets()
        && (!to.onlyAtWish() || s.holds());
  }

  private Form question(Referral.Service to) {
    Form question = new Form();
    List<String> reasons =
        to.onlyAtWish()
            ? List.of("", Consents.Answer.YES.name())
            : List.of(
                "",
                Consents.Answer.YES.name(),
                Consents.Reason.DANGER_TO_LIFE.name(),
                Consents.Reason.CHILD_PROTECTION.name());
    Choice basis =
        question.add(
            here.t("referral.basis"),
            new Choice(
                reasons, c -> c.isEmpty() ? here.t("referral.basis.none") : here.t("basis." + c)));
    basis.setId("referral-basis");
    Choice language =
        question.add(
            here.t("consent.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    TextField interpreter = question.add(here.t("consent.interpreter"), new TextField());
    TextField guardian = new TextField();
    guardian.setId("referral-guardian");
    if (child) {
      question.add(here.t("child.guardian"), guardian);
    }
    asking = Optional.of(new Asking(basis, language, interpreter, guardian));
    return question;
  }

  private boolean sent() {
    if (agency.getText().isBlank() || asked.getText().isBlank()) {
      here.dialogs().notice(here.t("referral.incomplete"));
      return false;
    }
    Optional<Basis> said = asking.filter(a -> !a.basis().getValue().isEmpty()).map(Asking::said);
    if (asking.isPresent() && said.isEmpty()) {
      here.dialogs().notice(here.t("fault.CONSENT_MISSING"));
      return false;
    }
    if (child && said.filter(Basis::isYesOfOneAlone).isPresent()) {
      here.dialogs().notice(here.t("consent.guardian"));
      return false;
    }
    Set<Referral.Item> told = EnumSet.noneOf(Referral.Item.class);
    shared.forEach(
        (item, tick) -> {
          if (tick.isSelected()) {
            told.add(item);
          }
        });
    send.accept(
        new Referral.Draft(
            chosen(),
            agency.getText(),
            // Another name than the entry's is another agency.
            entry
                .filter(e -> e.agency().name().equals(agency.getText().strip()))
                .map(Services.Entry::id),
            asked.getText(),
            told,
            Duration.ofHours(Long.parseLong(within.getValue()))),
        said);
    return true;
  }
}
