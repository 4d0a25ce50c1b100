package org.sala.ui.people;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.Overrides;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.exhibits.Photos;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.Forms;
import org.sala.casework.history.Histories;
import org.sala.casework.joining.CameOut;
import org.sala.casework.joining.Candidates;
import org.sala.casework.joining.Questions;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.carry.WithdrawalFollowUps;
import org.sala.casework.paper.HandOuts;
import org.sala.casework.partner.Partners;
import org.sala.casework.people.Ages;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.protection.Identifications;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.protection.Referrals;
import org.sala.casework.protection.Services;
import org.sala.casework.screening.CountryRules;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.TriagePages;
import org.sala.casework.station.Seen;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeForm;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.BeginForm;
import org.sala.ui.roster.EraseForm;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.roster.KeptWords;
import org.sala.ui.roster.OutcomeForms;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** One person: who they are, what protects them, what they agreed to, what was changed. */
public final class PersonScreen implements Screen {
  /** How many acts stand on the page; all of them are a click away. */
  private static final int LAST_ACTS = 12;

  /** What this screen works with. */
  public record Doing(
      People people,
      Ages ages,
      Photos photos,
      TriagePages triagePages,
      Consents consents,
      RestedConsents restedConsents,
      Overrides overrides,
      WithdrawalFollowUps takenBack,
      Fears fears,
      Referrals referrals,
      Partners partners,
      Services services,
      Dossiers dossiers,
      Findings findings,
      Outcomes outcomes,
      Identifications identifications,
      CountryRules countryRules,
      Screenings screenings,
      Forms forms,
      BlankForms blanks,
      Involvements involvements,
      Statements statements,
      Histories histories,
      HandOuts handOuts,
      Candidates candidates,
      CameOut cameOut,
      Questions questions,
      Packages packages,
      Elsewhere elsewhere) {}

  private final RecordId id;
  private final Doing doing;
  private final Clock clock;
  private final EraseForm erase;
  private final Here here;
  private final Work.Line line;
  private final PhotoCard photo;
  private final FactsPart facts;
  private final ConsentCard consent;
  private final SeparateCard separate;
  private final ReferralCard referral;
  private final VBox page = new VBox();
  private final ScrollPane scroll = Nodes.side(new VBox(), 600);
  private @Nullable PersonKnown known;

  public PersonScreen(RecordId id, Doing doing, Clock clock, EraseForm erase, Here here) {
    this.id = id;
    this.clock = clock;
    this.erase = erase;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.photo = new PhotoCard(id, doing.photos(), here, this::refresh);
    ElementForm element =
        new ElementForm(
            here, doing.people()::readBirth, doing.people()::waitsForHeadquarters, this::save);
    this.facts =
        new FactsPart(
            here,
            new FactsPart.Verbs() {
              @Override
              public void edit(Cases.Shown shown) {
                element.edit(shown);
              }

              @Override
              public void remove(Cases.Shown shown) {
                element.remove(shown);
              }
            });
    this.consent =
        new ConsentCard(
            here,
            (purpose, recipient, answer, without, how) ->
                line.act(
                    () -> doing.consents().ask(id, purpose, recipient, answer, without, how),
                    written -> refresh()),
            (said, who) ->
                line.act(() -> doing.consents().told(said.id(), who), written -> refresh()),
            (purpose, recipient, why, words) ->
                line.act(
                    () -> doing.overrides().decide(id, purpose, recipient, why, words),
                    written -> refresh()));
    this.separate =
        new SeparateCard(
            here,
            (code, answer, how) ->
                line.act(
                    () -> doing.restedConsents().ask(id, code, answer, how), written -> refresh()));
    this.referral =
        new ReferralCard(
            id,
            doing.referrals(),
            doing.consents(),
            doing.overrides(),
            doing.handOuts(),
            here,
            what -> line.act(what, done -> refresh()));
    page.getStyleClass().add("page");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    refresh();
  }

  @Override
  public void refresh() {
    boolean open = known != null;
    line.ask(() -> PersonKnown.of(id, doing, open), this::show);
  }

  private void show(PersonKnown k) {
    known = k;
    photo.show(k);
    String focused = focused();
    HBox columns = new HBox(14, left(k), right(k));
    // Whoever did something far below stays there.
    scroll.setContent(columns);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("nav.people") + " / " + k.line().wristband(),
                k.name().isEmpty() ? here.t("people.unnamed") : k.name(),
                k.line().name().isEmpty() ? "" : k.line().roman(),
                AgeMark.of(k.line(), here.texts())
                    .orElseGet(
                        () ->
                            new Badge(
                                Badge.Kind.NEUTRAL,
                                here.texts().code("age", k.line().age().code()))),
                StateBadge.of(k.way(), here),
                Nodes.button(here.t("edit"), "Ctrl E", this::edit, "primary")),
            scroll);
    TriageCard.untold(k, here).ifPresent(l -> page.getChildren().add(1, l));
    if (!focused.isEmpty()) {
      Node again = page.lookup("#" + focused);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  /** The id of what has the focus: the page is made anew, the keyboard stays where it was. */
  private String focused() {
    Node owner = page.getScene() == null ? null : page.getScene().getFocusOwner();
    return owner == null || owner.getId() == null || !owner.equals(page.lookup("#" + owner.getId()))
        ? ""
        : owner.getId();
  }

  private VBox left(PersonKnown k) {
    boolean held = k.line().detainedMillis().isPresent();
    VBox who =
        Nodes.card(
            Nodes.label(here.t("person.who"), "strong"),
            facts.of(k, false),
            Nodes.row(Nodes.button(here.t("person.more"), "Ctrl N", this::add), heldVerb(held)));
    k.sameNumber().ifPresent(s -> who.getChildren().add(1, sameNumber(k.line().wristband(), s)));
    k.ageWaits().forEach(w -> who.getChildren().add(1, ageWaits(k, w)));
    VBox safe = Nodes.card(Nodes.label(here.t("person.protection"), "strong"));
    Form known = facts.of(k, true);
    if (!known.getChildren().isEmpty()) {
      safe.getChildren().add(known);
    } else {
      safe.getChildren()
          .add(
              Nodes.label(
                  here.t(k.protectedPart() ? "person.protection.bare" : "person.protection.none"),
                  "muted"));
    }
    VBox left =
        new VBox(
            14,
            who,
            safe,
            TriageCard.of(k, doing.histories(), here, line),
            referral.of(k, history("referrals-history", Kinds.REFERRAL)),
            DossierCard.of(k, here));
    KeptWords.card(k.kept(), here).ifPresent(left.getChildren()::add);
    left.getChildren().add(erase.button(id, "erase.person", line));
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(320);
    return left;
  }

  /** A finding that does not count by itself says so: nobody writes it again and again. */
  private void found(RecordId finding) {
    refresh();
    line.ask(
        () -> doing.findings().standsBeside(id, finding),
        beside -> {
          if (beside) {
            here.dialogs().notice(here.t("finding.beside"));
          }
        });
  }

  /** Numbers of two stations can be the same: then only the station tells one from the other. */
  private Node sameNumber(String number, People.SameNumber same) {
    String others =
        same.others().stream().map(this::named).collect(java.util.stream.Collectors.joining(", "));
    Node words =
        Nodes.label(
            here.t("person.samenumber", number, named(same.station()), others), "warning-text");
    words.setId("same-number");
    return words;
  }

  /** What takes a child's protection away waits, and that is said where the age stands. */
  private Node ageWaits(PersonKnown k, Ages.Waiting w) {
    Node words =
        Nodes.label(
            here.t(
                "age.waits",
                AgeForm.words(w.was(), here),
                AgeForm.words(w.is(), here),
                AgeForm.firstWord(w, here)),
            "warning-text");
    words.setId("age-waits");
    Node sign =
        Nodes.button(
            here.t("age.sign"),
            "",
            () -> new AgeForm(doing.ages(), here, line, this::refresh).ask(k.line(), w));
    sign.setId("age-sign");
    return new VBox(6, words, Nodes.row(sign));
  }

  private String named(String station) {
    return station.isEmpty() ? here.t("history.elsewhere") : station;
  }

  private VBox right(PersonKnown k) {
    VBox history = Nodes.card(Nodes.label(here.t("history"), "strong"));
    k.history().stream()
        .limit(LAST_ACTS)
        .forEach(e -> history.getChildren().add(FieldWords.entry(e, here.texts())));
    if (k.history().size() > LAST_ACTS) {
      Node all =
          Nodes.button(
              here.t("history.all", k.history().size()),
              "",
              () -> HistoryForm.tell(here, k.history()));
      all.setId("history-all");
      history.getChildren().add(Nodes.row(all));
    }
    VBox right =
        new VBox(
            14,
            photo.node(),
            SameCard.of(k, new CameOutForm(doing.cameOut(), here, line, this::refresh), here),
            QuestionsCard.of(k, doing.questions(), here, line, this::refresh),
            ScreeningsCard.of(k, doing.screenings(), clock, here, line),
            FormsCard.of(
                k,
                new BeginForm(here, line, doing.forms(), doing.blanks()),
                history("forms-history", Kinds.FILLED),
                here),
            FindingCard.of(
                k,
                here,
                new OutcomeForms(doing.outcomes(), here, line),
                history(
                    "findings-history",
                    Kinds.FINDING,
                    Kinds.CONFIRMATION,
                    Kinds.OUTCOME,
                    Kinds.SECOND_LOOK,
                    Kinds.LOOKED,
                    Kinds.IDENTIFIED),
                (finding, reason) ->
                    line.act(
                        () ->
                            doing
                                .findings()
                                .find(
                                    id,
                                    finding.lower()
                                        ? FindingCard.closed(k.screenings())
                                        : Optional.empty(),
                                    finding,
                                    reason,
                                    k.findings()),
                        this::found),
                act -> line.act(() -> doing.identifications().write(id, act), done -> refresh())),
            consent.of(k, history("consents-history", Kinds.CONSENT)),
            separate.of(k),
            FearCard.of(
                k,
                here,
                (country, of) ->
                    line.act(() -> doing.fears().says(id, country, of), done -> refresh()),
                (fear, reason) ->
                    line.act(() -> doing.fears().over(fear.id(), reason), done -> refresh())),
            CasesCard.of(
                k.line().wristband(),
                k.parts(),
                doing.involvements(),
                doing.histories(),
                here,
                line,
                this::refresh),
            StatementsCard.of(k, here),
            history);
    right.setPrefWidth(340);
    right.setMinWidth(260);
    return right;
  }

  /** A button to what became of every record of some kinds about this person. */
  private Button history(String button, Kind... kinds) {
    return HistoryForm.about(here, line, doing.histories(), id, Set.of(kinds), button);
  }

  private void save(Map<String, Value> changes, String reason, Seen seen) {
    line.act(() -> doing.people().edit(id, changes, reason, seen), saved -> refresh());
  }

  @Override
  public void edit() {
    if (known != null) {
      PersonEdit.ask(known, doing.people()::readBirth, here, this::save);
    }
  }

  /** Adds one more thing that is known. */
  @Override
  public void add() {
    PersonMore.ask(
        here,
        (family, value) ->
            line.act(() -> doing.people().addElement(id, family, value), saved -> refresh()),
        language ->
            line.act(
                () -> doing.people().edit(id, Map.of("language/" + language, Value.flag(true)), ""),
                saved -> refresh()));
  }

  private Button heldVerb(boolean held) {
    Button verb =
        Nodes.button(here.t(held ? "person.held.no" : "person.held"), "", () -> held(!held));
    verb.setId("person-held");
    return verb;
  }

  /** Held, or no longer; the reason stands in the history. Nobody is let off the list without. */
  private void held(boolean held) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("held-reason");
    form.show("", here.t(held ? "person.held.below" : "person.held.no.below"));
    here.dialogs()
        .ask(
            id.toString(),
            here.t(held ? "person.held.title" : "person.held.no"),
            form,
            here.t(held ? "save" : "person.held.no"),
            () -> {
              if (!held) {
                return Reason.given(here, reason, why -> held(false, why));
              }
              held(true, reason.getText());
              return true;
            });
  }

  private void held(boolean held, String why) {
    line.act(() -> doing.people().held(id, held, why), saved -> refresh());
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
    photo.close();
  }
}
