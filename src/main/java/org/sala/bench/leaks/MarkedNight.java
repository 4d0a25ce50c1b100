package org.sala.bench.leaks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.consent.Consents;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Custody;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.casework.station.Tools;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * The program whose leavings are searched: types, finds, attaches, seals, carries, exports and
 * backs up nothing but marked words, locks, and opens again.
 */
public final class MarkedNight {
  private static final int PEOPLE = 24;

  private final Tools tools;
  private final Path root;
  private final Marks marks;
  private final List<RecordId> people = new ArrayList<>();
  private final char[] first;
  private final char[] second;
  private final char[] third;

  private MarkedNight(Tools tools, Path root, long seed) {
    this.tools = tools;
    this.root = root;
    this.marks = new Marks(seed);
    this.first = marks.three().toCharArray();
    this.second = marks.three().toCharArray();
    this.third = marks.three().toCharArray();
  }

  /**
   * Plays the night with the shipped key derivation. Arguments: folder, seed, {@code work} or
   * {@code open}.
   */
  public static void main(String[] args) throws IOException {
    play(Tools.shipped(Clock.system(ZoneId.of("Asia/Bangkok")), new SecureRandom()), args);
  }

  /** Plays the night with other tools, by the arguments of the main method. */
  public static void play(Tools tools, String... args) throws IOException {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    MarkedNight night = new MarkedNight(tools, Path.of(args[0]), Long.parseLong(args[1]));
    if (args[2].equals("work")) {
      night.work();
      out.println("locked " + night.marks.used());
      in.readLine();
    }
    try (Desk desk = night.enter("station", "one", night.second)) {
      int seen = night.look(desk);
      if (args[2].equals("open")) {
        AttachedContent content = night.shown(desk);
        out.println("open " + seen);
        in.readLine();
        content.close();
      }
    }
    out.println("closed");
  }

  private Desk enter(String name, String handle, char[] passphrase) {
    return entered(new Workplace(root.resolve(name), tools).unlock(handle, passphrase.clone()));
  }

  private Desk make(String name, String handle, char[] passphrase) {
    return entered(
        new Workplace(root.resolve(name), tools)
            .create(new Workplace.FirstStart("en", marks.next(), handle, passphrase.clone())));
  }

  private static Desk entered(Workplace.Entry entry) {
    if (entry instanceof Workplace.Entry.Entered e) {
      return e.desk();
    }
    throw new IllegalStateException("does not open: " + entry.getClass().getSimpleName());
  }

  private void work() throws IOException {
    Path usb = Files.createDirectories(root.resolve("usb"));
    try (Desk hq = make("headquarters", "zero", third)) {
      hq.headquarters()
          .found(
              new Headquarters.Founding(
                  "Agency of Examples",
                  "Headquarters",
                  "EX-0000",
                  Files.createDirectories(root.resolve("authority")),
                  marks.three().toCharArray()));
      try (Desk station = make("station", "one", first)) {
        station.enrolment().request(usb.resolve("request.json"), "EX-1001");
        hq.headquarters()
            .answer(
                usb.resolve("request.json"), "Station A", "A", "EX-A", usb.resolve("answer.age"));
        station.enrolment().confirm(station.enrolment().open(usb.resolve("answer.age")));
        if (!station.officers().changePassphrase("one", first.clone(), second.clone())) {
          throw new IllegalStateException("the passphrase was not changed");
        }
        station.officers().add(marks.next(), "two", third.clone());
        RecordId caseId = write(station);
        exhibit(station, caseId);
        carry(station, hq, usb);
        fault();
      }
    }
  }

  /** What nobody expected may quote what was typed, and the thread may be called after it. */
  private void fault() throws IOException {
    IOException beneath = new IOException(marks.three());
    beneath.addSuppressed(new IllegalStateException(marks.next()));
    IllegalStateException fault = new IllegalStateException(marks.three(), beneath);
    try {
      Thread thread = new Thread(() -> tools.faults().note(fault), marks.next());
      thread.start();
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!tools.faults().written().contains(IllegalStateException.class.getName())) {
      throw new IOException("the fault was not written down");
    }
  }

  private RecordId write(Desk station) {
    RecordId caseId =
        station
            .cases()
            .open(
                new Cases.NewCase(
                    marks.three(), "rescue", "restricted", marks.next(), marks.three()));
    for (int i = 0; i < PEOPLE; i++) {
      people.add(person(station, caseId));
    }
    statement(station, caseId, people.get(0));
    screening(station, people.get(1));
    station.drafts().keep("case", Map.of("title", marks.next(), "summary", marks.three()));
    station.preferences().set("lastSearch", Value.text(marks.next()));
    return caseId;
  }

  private RecordId person(Desk station, RecordId caseId) {
    RecordId id =
        station
            .people()
            .add(
                caseId,
                new People.NewPerson(
                    station.people().nextWristband(), marks.next(), marks.next(), "", "24", "my"),
                "said",
                "");
    station
        .people()
        .edit(
            id,
            Map.of("needs", Value.text(marks.next()), "health", Value.text(marks.next())),
            marks.next());
    for (String family : List.of("alias", "document", "contact", "safeContact")) {
      station
          .people()
          .addElement(id, family, Value.parts(Map.of("text", marks.next(), "roman", marks.next())));
    }
    station
        .triages()
        .done(id, new Triages.Answers(Map.of("q6", "yes"), Map.of("q6", marks.next())));
    station.triages().told(id, "danger", marks.next());
    station
        .triages()
        .inside(id, new Triages.Inside(marks.next(), marks.next(), marks.next(), "inside"));
    Involvements.Part part = station.involvements().of(id).getFirst();
    station
        .involvements()
        .edit(
            part.id(),
            new Involvements.Written("witness", "said", "said", "said", "", "", marks.next()),
            "");
    station
        .consents()
        .ask(
            id,
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", marks.next(), "Guardian Example"));
    station.search().find(marks.next(), 20);
    return id;
  }

  private void statement(Desk station, RecordId caseId, RecordId person) {
    RecordId id =
        station
            .statements()
            .begin(
                caseId,
                person,
                new Statements.Setting("th", marks.next(), marks.next(), marks.next()));
    station.statements().write(id, Map.of("text", marks.three(), "translation", marks.three()));
    station.statements().readBack(id, "th", marks.next());
    station.statements().close(id, Statements.Signature.SIGNED);
  }

  private void screening(Desk station, RecordId person) {
    RecordId id =
        station.screenings().begin(person, new Screenings.Setting("th", "IN-04", marks.next()));
    station.openings().heard(id, "th", "IN-04");
    for (String path : List.of("recruitment/opening", "the_journey/opening")) {
      station.screenings().answer(id, "/screening/" + path, new Given("", marks.three(), "", ""));
    }
    station
        .findings()
        .find(person, Optional.of(id), Findings.Finding.PRESUMED_VICTIM, marks.three());
  }

  private void exhibit(Desk station, RecordId caseId) throws IOException {
    Path camera = Files.createDirectories(root.resolve("camera"));
    Path file = camera.resolve(marks.next() + ".txt");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(marks.three()).append('\n');
    }
    Files.writeString(file, text.toString().repeat(400));
    Taking taking =
        station
            .exhibits()
            .take(
                caseId,
                new Exhibits.NewExhibit(
                    marks.next(), marks.next(), Optional.empty(), marks.next(), marks.next()),
                file,
                Progress.none());
    if (!(taking instanceof Taking.Taken taken)) {
      throw new IOException("the exhibit is not taken in");
    }
    station
        .exhibits()
        .custody()
        .add(
            taken.record(),
            new Custody.NewEvent(
                Custody.Event.SEALED,
                new Moment(tools.clock().instant(), tools.clock().getZone()),
                marks.next(),
                marks.next(),
                marks.next(),
                marks.next(),
                marks.next()));
    station
        .exhibits()
        .export(
            taken.record(),
            Files.createDirectories(root.resolve("given out")).resolve("copy.txt"),
            Progress.none());
  }

  private void carry(Desk station, Desk hq, Path usb) throws IOException {
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path carried = station.packages().carry(sealed.id(), usb);
    if (!(hq.packages().take(carried) instanceof Importing.Outcome.Imported imported)) {
      throw new IOException("headquarters does not take the package");
    }
    station.packages().take(hq.packages().carry(imported.receipt().orElseThrow(), usb));
    look(hq);
    station.backups().make(Files.createDirectories(root.resolve("backups")), Progress.none());
  }

  /** Everything is shown once and looked for once. */
  private int look(Desk desk) {
    int seen = Texts.of(desk).size();
    for (String mark : marks.all()) {
      desk.search().find(mark, 20);
    }
    return seen;
  }

  private AttachedContent shown(Desk desk) throws IOException {
    RecordId id = desk.exhibits().list("", "changed", true, 0, 1).getFirst().id();
    if (desk.exhibits().open(id) instanceof AttachedContent.Opening.Opened opened) {
      try (InputStream in = opened.content().from(0)) {
        in.readNBytes(10_000);
      }
      return opened.content();
    }
    throw new IOException("the exhibit does not open");
  }
}
