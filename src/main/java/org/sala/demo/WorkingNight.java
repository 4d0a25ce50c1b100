package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.headquarters.Places;
import org.sala.casework.headquarters.Spot;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.EnrolmentAnswer;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * One invented night: two field stations and a headquarters, from the first start to the receipts.
 * All names, places and numbers are made up and say so.
 */
public final class WorkingNight {
  /** The passphrase of every workspace of the demonstration. */
  public static final String PASSPHRASE = "three quiet boats under one example bridge";

  /** The passphrase of the demonstration's authority, whose key lies apart. */
  public static final String AUTHORITY_PASSPHRASE = "nine slow lanterns over an example valley";

  /** The folder of another agency's headquarters. */
  static final String ELSEWHERE = "agency-elsewhere";

  private final Tools tools;
  private final Path folder;
  private final Consumer<String> say;
  private final Class<?> typist;

  public WorkingNight(Tools tools, Path folder, Consumer<String> say) {
    this(tools, folder, say, Typing.class);
  }

  /**
   * @param typist the program that is killed; it has to work with the same tools
   */
  public WorkingNight(Tools tools, Path folder, Consumer<String> say, Class<?> typist) {
    this.tools = tools;
    this.folder = folder;
    this.say = say;
    this.typist = typist;
  }

  /** Something that should have happened did not. */
  private static final class NotAsItShould extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAsItShould(String what) {
      super(what);
    }
  }

  /** Plays the night; what comes back is what went wrong, if anything did. */
  public Optional<String> play() {
    try {
      if (Files.exists(folder) && !isEmpty(folder)) {
        return Optional.of("the folder is not empty");
      }
      night();
      return Optional.empty();
    } catch (NotAsItShould e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.of("the disk: " + e.getClass().getSimpleName());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private void night() throws IOException {
    Path usb = folder.resolve("usb");
    for (String stick :
        List.of("usb", "usb-late", "usb-elsewhere", "authority", "authority-elsewhere")) {
      Files.createDirectories(folder.resolve(stick));
    }
    try (Desk hq = make("headquarters", "Officer Zero Example", "zero")) {
      hq.headquarters()
          .found(
              new Headquarters.Founding(
                  "Agency of Examples",
                  "Headquarters of Examples",
                  "EX-0000",
                  folder.resolve("authority"),
                  AUTHORITY_PASSPHRASE.toCharArray()));
      say.accept("Headquarters founded; authority, issuing key and revocation lists made");
      hq.headquarters().exportForChecking(folder.resolve("check"), true);
      play(hq, "a", "Officer Ana Example", usb);
      play(hq, "b", "Officer Ben Example", usb);
      FromOutside outsider = new FromOutside(tools, folder);
      expect(outsider.genuine(usb) == 4, "all four packages are genuine from outside");
      say.accept("From outside, with the authority's certificate alone: 4 of 4 packages genuine");
      say.accept(
          "Headquarters now has "
              + hq.cases().count("")
              + " cases and "
              + hq.people().count("")
              + " people");
      expect(hq.cases().count("") == 2, "two cases at headquarters");
      Optional<String> wrong = new RestoredLaptop(tools, folder, say).play(hq, "station-b", "b");
      expect(wrong.isEmpty(), wrong.orElse(""));
      // Before headquarters has two officers, who would have to agree on the other agency's card.
      elsewhere(hq);
      doubts(hq);
    }
    expect(new FromOutside(tools, folder).refusesAltered(usb), "an altered package is refused");
    say.accept("A package with one turned bit: refused");
    say.accept("The night is over; everything is in " + folder);
    say.accept("To look around: ./sala --workspace " + folder.resolve("station-a"));
    say.accept("  handle a, passphrase: " + PASSPHRASE);
    say.accept("Packages lie in usb/, and what an outsider needs to check them in check/");
  }

  private void elsewhere(Desk hq) {
    try (Desk theirs = make(ELSEWHERE, "Officer Eva Example", "eva")) {
      Optional<String> wrong = new SecondAgency(folder, say).play(hq, theirs);
      expect(wrong.isEmpty(), wrong.orElse(""));
    }
  }

  private void doubts(Desk hq) throws IOException {
    Path late = folder.resolve("usb-late");
    try (Desk station = enter("station-a", "a")) {
      Optional<String> wrong = new Doubtful(hq, late).play(station, "EX-100a");
      expect(wrong.isEmpty(), wrong.orElse(""));
    }
    say.accept(
        "A package by a revoked officer waited and was admitted by two officers; the next one"
            + " waits, and a spoiled one is refused for good");
    Path check = folder.resolve("check-late");
    hq.headquarters().exportForChecking(check, false);
    FromOutside outsider = new FromOutside(tools, folder);
    expect(
        outsider.genuine(late, check.resolve("crl.pem")) < outsider.genuine(late),
        "what the revoked officer sealed is refused from outside by the lists of now");
    say.accept("From outside, with the lists of now in check-late: revoked");
  }

  private Desk enter(String name, String handle) {
    char[] passphrase = PASSPHRASE.toCharArray();
    if (new Workplace(folder.resolve(name), tools).unlock(handle, passphrase)
        instanceof Workplace.Entry.Entered entered) {
      return entered.desk();
    }
    throw new NotAsItShould("a workspace opens again");
  }

  private void play(Desk hq, String letter, String officer, Path usb) throws IOException {
    Optional<Interrupted.Lists> before = Optional.empty();
    try (Desk station = make("station-" + letter, officer, letter)) {
      say.accept("Station " + letter + " made; work can begin before it is enrolled");
      RecordId caseId = firstCase(station, letter);
      enrol(hq, station, letter);
      List<RecordId> people = people(station, letter, caseId);
      FirstHour.consents(station, people);
      Evidence evidence = Evidence.take(station, caseId, folder.resolve("camera-" + letter));
      say.accept("Two exhibits taken in, encrypted while they were hashed");
      SealPlan plan = station.packages().plan(Optional.empty());
      PackageLine sealed = station.packages().seal(plan, Progress.none());
      say.accept(
          "Sealed "
              + plan.changes().size()
              + " changes on "
              + plan.people()
              + " people; the protected part of "
              + plan.keptBack().size()
              + " is kept back");
      Path carried = station.packages().carry(sealed.id(), usb);
      expect(
          station.packages().reached(caseId) == RecordStates.Reached.CARRIED,
          "a carried package is not called received");
      Path receipt = answered(hq, carried, usb);
      expect(evidence.arrivedAt(hq), "headquarters has every byte of the exhibits");
      say.accept("Headquarters has the exhibits of station " + letter + ", byte for byte");
      expect(
          station.packages().take(receipt) instanceof Importing.Outcome.Imported,
          "the station takes the receipt");
      expect(
          station.packages().reached(caseId) == RecordStates.Reached.RECEIVED,
          "the receipt makes it received");
      say.accept("The receipt is back: every change of station " + letter + " is received");
      after(station, caseId);
      if (letter.equals("a")) {
        drivers(station, caseId);
        before = Optional.of(Interrupted.Lists.of(station));
      }
    }
    if (before.isPresent()) {
      Optional<String> wrong =
          new Interrupted(tools, folder.resolve("station-" + letter), say, typist)
              .play(letter, Drivers.SECOND, before.get());
      expect(wrong.isEmpty(), wrong.orElse(""));
    }
  }

  private void drivers(Desk station, RecordId caseId) {
    Optional<String> wrong = Drivers.play(station, caseId);
    expect(wrong.isEmpty(), wrong.orElse(""));
    say.accept(
        "Two findings that take protection away: one counts by a second officer's own signature,"
            + " one waits for it");
  }

  private Desk make(String name, String officer, String handle) {
    char[] passphrase = PASSPHRASE.toCharArray();
    Workplace.Entry entry =
        new Workplace(folder.resolve(name), tools)
            .create(new Workplace.FirstStart("en", officer, handle, passphrase));
    if (entry instanceof Workplace.Entry.Entered entered) {
      return entered.desk();
    }
    throw new NotAsItShould("a workspace is made");
  }

  private RecordId firstCase(Desk station, String letter) {
    RecordId id =
        station
            .cases()
            .open(
                new Cases.NewCase(
                    letter.equals("a")
                        ? "Compound R-7, people rescued in one night"
                        : "Riverside building, people who walked out",
                    "rescue",
                    letter.equals("a") ? "restricted" : "normal",
                    "Example Town",
                    "Invented for the demonstration."));
    station
        .cases()
        .edit(id, Map.of("place", Value.text("Example Town, north bank")), "heard on arrival");
    return id;
  }

  private void enrol(Desk hq, Desk station, String letter) throws IOException {
    Path request = folder.resolve("usb").resolve("request-" + letter + ".json");
    Path answer = folder.resolve("usb").resolve("answer-" + letter + ".age");
    station.enrolment().request(request, "EX-100" + letter, colleagues(station, letter));
    String theirs =
        hq.headquarters()
            .answer(
                request,
                "Station " + letter.toUpperCase(java.util.Locale.ROOT),
                letter.toUpperCase(java.util.Locale.ROOT),
                "EX-" + letter.toUpperCase(java.util.Locale.ROOT),
                answer);
    EnrolmentAnswer opened = station.enrolment().open(answer);
    expect(opened.code().equals(theirs), "both sides read the same code");
    station.enrolment().confirm(opened);
    say.accept("Station " + letter + " enrolled; both sides read " + theirs);
    Spot town = letter.equals("a") ? new Spot(167, 986) : new Spot(137, 1025);
    hq.headquarters().stations().stream()
        .filter(s -> s.letter().equalsIgnoreCase(letter))
        .forEach(s -> hq.places().put(new Places.AtStation(s.id()), Optional.of(town)));
  }

  /** At the larger station two work at one laptop; headquarters certifies both. */
  private static List<Enrolment.Colleague> colleagues(Desk station, String letter) {
    if (!letter.equals("a")) {
      return List.of();
    }
    station.officers().add("Officer Cho Example", Drivers.SECOND, PASSPHRASE.toCharArray());
    return station
        .enrolment()
        .colleague(Drivers.SECOND, PASSPHRASE.toCharArray(), "EX-100c")
        .stream()
        .toList();
  }

  private List<RecordId> people(Desk station, String letter, RecordId caseId) {
    List<RecordId> ids = new ArrayList<>();
    for (Cast.Person p : Cast.of(letter)) {
      RecordId id = p.registered(station, caseId);
      if (!p.needs().isEmpty()) {
        station.people().edit(id, Map.of("needs", Value.text(p.needs())), "asked at arrival");
      }
      ids.add(id);
    }
    say.accept(ids.size() + " people registered at station " + letter);
    expect(FirstHour.triage(station, ids), "danger now is seen");
    say.accept("Two people triaged; one danger told, one waits first in Do next");
    RecordId screening = Interviews.hold(station, ids);
    Testimony.take(station, caseId, ids);
    Roles.write(station, ids, tools.clock());
    Sheltered.house(station, ids, tools.clock());
    FilledForms.fill(
        station, caseId, ids, new Moment(tools.clock().instant(), tools.clock().getZone()));
    Sheltered.services(station, ids);
    Sheltered.dossier(station, ids.get(1));
    expect(
        station.screenings().find(screening).orElseThrow().result().equals("presumed_victim_refer"),
        "the screening gives its result");
    say.accept(
        "One person screened, with a finding; a second interview is open; a statement read back and"
            + " closed");
    return ids;
  }

  private Path answered(Desk hq, Path carried, Path usb) {
    expect(hq.packages().check(carried).genuine(), "the package is genuine");
    if (hq.packages().take(carried) instanceof Importing.Outcome.Imported imported) {
      say.accept(
          "Headquarters verified and imported "
              + imported.changes()
              + " changes on "
              + imported.records()
              + " records, and answers");
      return hq.packages()
          .carry(imported.receipt().orElseThrow(() -> new NotAsItShould("a receipt")), usb);
    }
    throw new NotAsItShould("headquarters imports the package");
  }

  /** Work that came after the receipt, so that the screens show all states. */
  private void after(Desk station, RecordId caseId) {
    station
        .people()
        .add(
            caseId,
            new People.NewPerson(station.people().nextWristband(), "", "", "", "about 16", "th"),
            "",
            "");
    PackageLine next =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    expect(next.state() == PackageState.SEALED, "a new package is sealed, no more");
  }

  private static void expect(boolean happened, String what) {
    if (!happened) {
      throw new NotAsItShould("this should have happened: " + what);
    }
  }
}
