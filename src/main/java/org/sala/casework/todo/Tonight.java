package org.sala.casework.todo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.SignedFor;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.hall.Alarm;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Ages;
import org.sala.casework.people.LowerFindings;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.station.AgeWritten;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Supervision;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.store.ConsentRows;
import org.sala.store.FilledRows;
import org.sala.store.Need;
import org.sala.store.PersonRows;
import org.sala.store.ReferralRows;

/**
 * The night at a glance: how far it is, what to do next and for whom, who waits. Every question is
 * answered by an index, so that it costs the same with a hundred people and a hundred thousand.
 */
public final class Tonight {
  private static final int MOST = 100;

  /** So many people of each need are listed, and then how many more there are. */
  static final int EACH = 200;

  /** Stands where fields are named: nobody is told which of the protected ones differ. */
  private static final String PROTECTED_PART = "protection";

  /** Fewer triages than these say nothing about a pace, and older ones nothing about tonight. */
  private static final int PACE = 3;

  private static final long RECENT_MILLIS = 60 * 60 * 1000L;

  private final Station station;
  private final People people;
  private final Ages ages;
  private final Officers officers;
  private final Packages packages;
  private final Interpreters interpreters;
  private final QuestionsToDo questions;
  private final DangerToDo danger;
  private final LinkedToDo linked;
  private final HeadquartersToDo headquarters;

  /** Gathers from each of them; whoever is erased elsewhere waits for nobody. */
  public Tonight(
      Station station,
      People people,
      Ages ages,
      Officers officers,
      Packages packages,
      Interpreters interpreters,
      Approvals approvals,
      QuestionsToDo questions,
      DangerToDo danger,
      LinkedToDo linked,
      Elsewhere erased,
      ForStations waiting) {
    this.station = station;
    this.people = people;
    this.ages = ages;
    this.officers = officers;
    this.packages = packages;
    this.interpreters = interpreters;
    this.questions = questions;
    this.danger = danger;
    this.linked = linked;
    this.headquarters = new HeadquartersToDo(station, people, approvals, erased, waiting);
  }

  /**
   * How far the night is.
   *
   * @param interpreters how many can be reached, by language
   * @param doneAboutMillis when triage will be through at the pace of the last hour; empty while
   *     the hour says too little
   */
  public record Glance(
      int here, int triaged, Map<String, Integer> interpreters, Optional<Long> doneAboutMillis) {
    public int untriaged() {
      return here - triaged;
    }
  }

  public Glance glance() {
    int here = station.view().people().all();
    int waiting = station.view().people().untriaged();
    Map<String, Integer> reachable = new LinkedHashMap<>();
    for (Interpreters.Interpreter i : interpreters.all()) {
      if (i.reach() == Interpreters.Reach.HERE || i.reach() == Interpreters.Reach.PHONE) {
        i.languages().forEach(l -> reachable.merge(l, 1, Integer::sum));
      }
    }
    return new Glance(here, here - waiting, reachable, doneAbout(waiting));
  }

  /** Estimates when all who wait have had their triage: at the pace of those of the past hour. */
  private Optional<Long> doneAbout(int waiting) {
    long now = station.now().instant().toEpochMilli();
    List<Long> last = station.view().people().lastTriages(now - RECENT_MILLIS, 30);
    if (waiting == 0 || last.size() < PACE) {
      return Optional.empty();
    }
    long each = (now - last.getLast()) / last.size();
    return Optional.of(now + each * waiting);
  }

  /** Who waits for triage, in the order in which they are called. */
  public List<WaitingLine.Waiting> waiting() {
    return WaitingLine.of(
        people.lines(station.view().people().waitingForTriage(WaitingLine.MOST)),
        interpreters.all(),
        unanswered());
  }

  /**
   * Who waits for a screening: held people first, then by language and interpreter, and urgency.
   */
  public List<WaitingLine.Waiting> waitingForScreening() {
    return WaitingLine.of(
        people.waitingForScreening(WaitingLine.MOST + 1), interpreters.all(), unanswered());
  }

  /** People in danger whom nobody has answered for ten minutes: they are first in every list. */
  private Set<RecordId> unanswered() {
    Map<Fingerprint, String> names = Map.of();
    List<Alarm> open = danger.open();
    List<ToDo> all = new ArrayList<>();
    station.view().people().needing(Need.DANGER, WaitingLine.MOST).stream()
        .forEach(r -> of(r, people.line(r), names, open, all));
    Instant now = station.now().instant();
    return all.stream()
        .filter(r -> DangerToDo.late(r, now))
        .flatMap(r -> r.person().stream())
        .map(People.PersonLine::id)
        .collect(Collectors.toSet());
  }

  /** Everything that has to be done now. */
  public List<ToDo> todo() {
    List<ToDo> all = all();
    Instant now = station.now().instant();
    all.sort(
        Comparator.comparing(ToDo::what)
            .thenComparing(r -> !DangerToDo.late(r, now))
            .thenComparingLong(ToDo::sinceMillis));
    return all;
  }

  private List<ToDo> all() {
    Map<Fingerprint, String> names = officers.names();
    List<ToDo> all = new ArrayList<>();
    List<Alarm> open = danger.open();
    List<PersonRows.Row> rows = station.view().people().needingAction(EACH);
    Iterator<People.PersonLine> shown = people.lines(rows).iterator();
    rows.forEach(row -> of(row, shown.next(), names, open, all));
    more(all);
    unanswered(all);
    toCallBack(all);
    overridden(all);
    all.addAll(new BegunToDo(station, people).all(names));
    all.addAll(OldKeysToDo.all(officers, station.now().instant()));
    all.addAll(questions.all());
    all.addAll(linked.all());
    List<PackageLine> lines = packages.lines().asked();
    all.addAll(PackagesToDo.refused(packages.refused().open(lines)));
    if (decidesHere()) {
      all.addAll(headquarters.all());
      // Of stations it expects none; of another agency it does.
      lines = lines.stream().filter(PackageLine::abroad).toList();
    }
    all.addAll(PackagesToDo.unanswered(lines, station.now().instant()));
    all.addAll(danger.elsewhere());
    return all;
  }

  /** Whoever is not listed is counted. */
  private void more(List<ToDo> all) {
    station
        .view()
        .people()
        .needs()
        .forEach(
            (need, n) -> {
              if (n > EACH) {
                all.add(
                    new ToDo(
                        ToDo.What.valueOf(what(need)),
                        Optional.empty(),
                        Optional.empty(),
                        ToDo.Whose.NOBODY,
                        "",
                        station.now().instant().toEpochMilli(),
                        List.of(),
                        new ToDo.About.More(n - EACH)));
              }
            });
  }

  /** A service that was asked and has not answered in time has to be asked again, or another. */
  private void unanswered(List<ToDo> all) {
    long now = station.now().instant().toEpochMilli();
    for (ReferralRows.Row r :
        station.view().referrals().due(Referral.State.SENT.name(), now, MOST)) {
      people
          .find(r.person())
          .ifPresent(
              p ->
                  all.add(
                      new ToDo(
                          ToDo.What.REFERRAL,
                          Optional.of(p),
                          Optional.empty(),
                          ToDo.Whose.NOBODY,
                          "",
                          r.sentMillis().orElse(r.changedMillis()),
                          List.of())));
    }
  }

  /** Money can be called back for hours: somebody has to be told while it can. */
  private void toCallBack(List<ToDo> all) {
    long now = station.now().instant().toEpochMilli();
    for (FilledRows.Row r : station.view().filled().toCallBack(now, MOST)) {
      people
          .find(r.person())
          .ifPresent(
              p ->
                  all.add(
                      new ToDo(
                          ToDo.What.RECALL,
                          Optional.of(p),
                          Optional.empty(),
                          ToDo.Whose.NOBODY,
                          "",
                          r.beganMillis().orElse(r.changedMillis()),
                          List.of(),
                          new ToDo.About.Recall(r.id(), r.recallMillis().orElse(now)))));
    }
  }

  /** What was decided without the person's yes is a supervisor's until one has signed for it. */
  private void overridden(List<ToDo> all) {
    boolean supervising = new Supervision(station).numberOf(station.me()).isPresent();
    List<String> reasons =
        Arrays.stream(Consents.Reason.values()).map(Consents.Reason::name).toList();
    List<ConsentRows.Row> rows = new ArrayList<>(station.view().consents().untold(reasons, MOST));
    rows.addAll(new SignedFor(station).unsigned(reasons));
    for (ConsentRows.Row r : rows) {
      people
          .find(r.person())
          .ifPresent(
              p ->
                  all.add(
                      new ToDo(
                          ToDo.What.OVERRIDDEN,
                          Optional.of(p),
                          Optional.empty(),
                          supervising && !decidedByMe(r.id())
                              ? ToDo.Whose.ME
                              : ToDo.Whose.SUPERVISOR,
                          "",
                          r.atMillis().orElse(p.changedMillis()),
                          List.of(r.answer()))));
    }
  }

  private boolean decidedByMe(RecordId consent) {
    return Begun.by(station, consent).filter(station.me()::equals).isPresent();
  }

  /**
   * The numbers beside the ways through the program.
   *
   * @param needs things to do, as many as Today lists, counted up to {@link #MANY}
   * @param versions records that headquarters has to decide; none at a station
   */
  public record Badges(int needs, int here, int packages, int versions) {}

  /** Where a badge stops counting. */
  public static final int MANY = 100;

  public Badges badges() {
    return new Badges(
        Math.min(MANY, all().size()),
        station.view().people().all(),
        packages.lines().waiting(),
        decidesHere() ? Disagreements.waiting(station).size() : 0);
  }

  /** When headquarters, or whoever got a package, last said what became of one. */
  public Optional<Long> lastReceiptMillis() {
    return station.view().receipts().lastWordMillis();
  }

  private void of(
      PersonRows.Row row,
      People.PersonLine p,
      Map<Fingerprint, String> names,
      List<Alarm> open,
      List<ToDo> all) {
    Set<String> urgent = Set.of(row.urgency().split(" ", -1));
    long since = row.triageMillis().orElse(row.changedMillis());
    for (Need need : Need.values()) {
      if (!need.code().isEmpty() && urgent.contains(need.code())) {
        Optional<Alarm> alarm =
            open.stream()
                .filter(a -> need == Need.DANGER && a.person().equals(row.id()))
                .findFirst();
        all.add(
            alarm.isPresent()
                ? DangerToDo.one(Optional.of(p), alarm.get())
                : one(ToDo.What.valueOf(what(need)), p, row.triageAuthor(), names, since));
      }
    }
    if (p.heldUnscreened()) {
      all.add(
          one(ToDo.What.DETAINED, p, Optional.empty(), names, p.detainedMillis().orElseThrow()));
    }
    long found = row.findingMillis().orElse(row.changedMillis());
    boolean signed = row.findingConfirmed();
    boolean tells = new LowerFindings(station).isToTell(row);
    if (row.finding().isPresent() && !tells) {
      ToDo confirm = one(ToDo.What.CONFIRM, p, row.findingAuthor(), names, found);
      all.add(signed ? confirm.by(ToDo.Whose.HEADQUARTERS) : confirm);
    }
    if (row.look().equals("OPEN")) {
      all.add(secondLook(row, p));
    }
    if (tells && !row.outcomeTold()) {
      all.add(one(ToDo.What.OUTCOME, p, row.findingAuthor(), names, found));
    }
    if (row.disputes() > 0) {
      differing(row, p, all);
    }
  }

  /** An age that waits for a second officer here is signed for here; headquarters has the rest. */
  private void differing(PersonRows.Row row, People.PersonLine p, List<ToDo> all) {
    List<String> fields = new ArrayList<>(disputed(row.id()));
    ages.waiting(row.id())
        .forEach(
            w -> {
              fields.remove(AgeWritten.BIRTH);
              all.add(
                  new ToDo(
                      ToDo.What.AGE,
                      Optional.of(p),
                      Optional.empty(),
                      w.by().equals(station.me()) ? ToDo.Whose.OTHER : ToDo.Whose.NOBODY,
                      "",
                      w.sinceMillis(),
                      List.of(),
                      new ToDo.About.Age(w)));
            });
    if (!fields.isEmpty()) {
      all.add(
          new ToDo(
              ToDo.What.VERSIONS,
              Optional.of(p),
              Optional.empty(),
              decidesHere() ? ToDo.Whose.NOBODY : ToDo.Whose.HEADQUARTERS,
              "",
              row.changedMillis(),
              fields));
    }
  }

  private boolean decidesHere() {
    return station.state().flag("isHeadquarters");
  }

  /** Anybody but who made or confirmed the finding. */
  private ToDo secondLook(PersonRows.Row row, People.PersonLine p) {
    String me = station.me().hex();
    boolean mine =
        row.findingAuthor().filter(me::equals).isPresent()
            || row.findingSecond().filter(me::equals).isPresent();
    return new ToDo(
        ToDo.What.SECOND_LOOK,
        Optional.of(p),
        Optional.empty(),
        mine ? ToDo.Whose.OTHER : ToDo.Whose.NOBODY,
        "",
        row.lookMillis().orElse(row.changedMillis()),
        List.of());
  }

  private static String what(Need need) {
    return need == Need.HURT ? ToDo.What.MEDICAL.name() : need.name();
  }

  private ToDo one(
      ToDo.What what,
      People.PersonLine p,
      Optional<String> author,
      Map<Fingerprint, String> names,
      long since) {
    Optional<Fingerprint> who = author.map(Fingerprint::new);
    ToDo.Whose whose =
        who.isEmpty()
            ? ToDo.Whose.NOBODY
            : who.get().equals(station.me()) ? ToDo.Whose.ME : ToDo.Whose.OTHER;
    String officer = who.map(f -> names.getOrDefault(f, "")).orElse("");
    return new ToDo(what, Optional.of(p), Optional.empty(), whose, officer, since, List.of());
  }

  private List<String> disputed(RecordId person) {
    return station.view().disputes().of(List.of(person)).stream()
        .map(d -> d.isProtected() ? PROTECTED_PART : d.name().split("/", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }
}
