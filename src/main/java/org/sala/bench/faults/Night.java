package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Answer;

/**
 * The work that is disturbed: one officer's acts, each told before it begins and when it is saved.
 */
final class Night {
  /** People who are there before the work begins. */
  static final int FOUNDED = 4;

  private static final String TRANSFERS = "/defrauded/transfer";

  /** The question that is answered over and over. */
  static final String SENT_AT = TRANSFERS + "[1]/at";

  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-11-01T00:00:00+07:00");

  private final Desk station;
  private final Headquarters headquarters;
  private final Path usb;
  private final Consumer<String> say;
  private final Random random;
  private final boolean early;
  private final List<RecordId> unsent = new ArrayList<>();
  private final List<RecordId> people;
  private long passphrase;
  private long imports;
  private long added;

  /**
   * @param early the broken variant: tells that an act is saved before it is
   */
  Night(
      Desk station,
      Headquarters headquarters,
      Path usb,
      long seed,
      boolean early,
      Facts sofar,
      Consumer<String> say) {
    this.station = station;
    this.headquarters = headquarters;
    this.usb = usb;
    this.say = say;
    this.random = new Random(seed);
    this.early = early;
    this.passphrase = sofar.begun("passphrase");
    this.imports = sofar.begun("import");
    this.added = sofar.begun("add");
    this.people =
        new ArrayList<>(
            station.people().list("", "changed", true, 0, 20).stream()
                .map(People.PersonLine::id)
                .toList());
  }

  /** The passphrase that the station has after it was changed so often. */
  static char[] passphrase(long changes) {
    return ("plain stones number " + changes).toCharArray();
  }

  /** Opened when it is first wanted: most nights end before. */
  static final class Headquarters implements AutoCloseable {
    private final Supplier<Desk> opening;
    private @Nullable Desk desk;

    Headquarters(Supplier<Desk> opening) {
      this.opening = opening;
    }

    Desk desk() {
      Desk open = desk == null ? opening.get() : desk;
      desk = open;
      return open;
    }

    @Override
    public void close() {
      if (desk != null) {
        desk.close();
      }
    }
  }

  /** Does so many acts of the night. */
  void work(int acts) throws IOException {
    for (int i = 0; i < acts; i++) {
      act(i % 8);
    }
  }

  /** One of eight kinds of act. */
  void act(int which) throws IOException {
    switch (which) {
      case 0, 4 -> add();
      case 1, 2 -> edit(someone());
      case 5 -> answer(someone());
      case 3 -> exhibit();
      case 6 -> changePassphrase();
      default -> send();
    }
  }

  private RecordId someone() {
    return people.get(random.nextInt(people.size()));
  }

  private RecordId theCase() {
    return station.cases().list("", "changed", true, 0, 1).getFirst().id();
  }

  /** Thrown where the program said no, in its own words. */
  static final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDone(String said) {
      super(said);
    }
  }

  private interface Deed {
    void run() throws IOException;
  }

  private void told(String what, long number, Deed deed) throws IOException {
    say.accept("begin " + what + " " + number);
    if (early) {
      say.accept("done " + what + " " + number);
    }
    deed.run();
    if (!early) {
      say.accept("done " + what + " " + number);
    }
  }

  private void add() throws IOException {
    added++;
    told(
        "add",
        added,
        () -> {
          RecordId id =
              station
                  .people()
                  .add(
                      theCase(),
                      new People.NewPerson("N-" + added, "", "Example " + added, "", "24", "my"),
                      "said",
                      "");
          people.add(id);
          unsent.add(id);
        });
    station
        .triages()
        .done(someone(), new Triages.Answers(Map.of("q1", "no", "q2", "no"), Map.of()));
  }

  /** One act in both compartments: half of it would show. */
  private void edit(RecordId id) throws IOException {
    long number = 1 + number(station, id).orElse(0L);
    told(
        "edit/" + id,
        number,
        () ->
            station
                .people()
                .edit(
                    id,
                    Map.of(
                        "interpreter", Value.text("n" + number),
                        "needs", Value.text("need " + number)),
                    ""));
  }

  /**
   * One more answer in a form that is never finished. What follows from it is saved in the same
   * act.
   */
  private void answer(RecordId person) throws IOException {
    RecordId form =
        station.forms().of(person).stream()
            .findFirst()
            .map(Forms.Line::id)
            .orElseGet(() -> begun(person));
    if (station.forms().page(form).at(TRANSFERS).isEmpty()) {
      station.forms().answer(form, TRANSFERS, new Answer.Times(1));
    }
    long number = 1 + answered(station, form);
    told(
        "answer/" + form,
        number,
        () -> station.forms().answer(form, SENT_AT, new Answer.Instant(FIRST.plusMinutes(number))));
  }

  private RecordId begun(RecordId person) {
    RecordId form =
        station
            .forms()
            .begin(
                person,
                Optional.empty(),
                new Forms.Offer("defrauded", "", ""),
                new Forms.Setting("en", "", "24", Optional.empty()));
    say.accept("kept form " + form);
    return form;
  }

  /** How often the one question of a form that is never finished was answered. */
  static long answered(Desk desk, RecordId form) {
    return desk.forms().page(form).at(SENT_AT).orElse(null) instanceof Answer.Instant i
        ? Duration.between(FIRST, i.when()).toMinutes()
        : 0;
  }

  /** Returns the number of the edit that the protected part of a person shows. */
  static Optional<Long> number(Desk desk, RecordId id) {
    return text(desk, id, "needs")
        .filter(n -> n.startsWith("need "))
        .map(n -> Long.parseLong(n.substring(5)));
  }

  static Optional<String> text(Desk desk, RecordId id, String key) {
    return Optional.ofNullable(desk.people().fields(id).get(key)).flatMap(s -> s.value().asText());
  }

  private void exhibit() throws IOException {
    byte[] content = new byte[150_000];
    random.nextBytes(content);
    // Where it comes from is another disk, and none of ours to disturb.
    Path file = FaultyPath.real(usb).resolve("recording.bin");
    Files.write(file, content);
    Taking taking =
        station
            .exhibits()
            .take(
                theCase(),
                new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
                file,
                Progress.none());
    if (taking instanceof Taking.Taken taken) {
      say.accept("kept exhibit " + taken.record());
    } else {
      throw new NotDone("the exhibit was not taken: " + taking);
    }
  }

  private void changePassphrase() throws IOException {
    passphrase++;
    told("passphrase", passphrase, () -> changePassphrase(passphrase));
  }

  /** A change that was disturbed may have come to nothing: then an earlier one still stands. */
  private void changePassphrase(long to) {
    for (long standing = to - 1; standing >= 0; standing--) {
      if (station.officers().changePassphrase("one", passphrase(standing), passphrase(to))) {
        return;
      }
    }
    throw new NotDone("no passphrase of before opens the slot");
  }

  /** Seals, carries, imports at headquarters, takes the receipt. */
  private void send() throws IOException {
    station
        .consents()
        .ask(
            someone(),
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "", "Guardian Example"));
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    say.accept("kept parcel " + sealed.id());
    Path carried = station.packages().carry(sealed.id(), usb);
    imports++;
    if (!unsent.isEmpty()) {
      say.accept(
          "import "
              + imports
              + " "
              + String.join(",", unsent.stream().map(RecordId::toString).toList()));
    }
    Importing.Outcome[] outcome = new Importing.Outcome[1];
    told("import", imports, () -> outcome[0] = headquarters.desk().packages().take(carried));
    if (!(outcome[0] instanceof Importing.Outcome.Imported imported)) {
      throw new NotDone("not imported: " + outcome[0]);
    }
    unsent.clear();
    Path receipt = headquarters.desk().packages().carry(imported.receipt().orElseThrow(), usb);
    station.packages().take(receipt);
  }

  /** Founds the two workspaces and enrols the station. */
  static void found(Workers workers) throws IOException {
    try (Desk hq = workers.createHeadquarters();
        Desk station = workers.createStation()) {
      Path request = workers.usb().resolve("request.json");
      Path answer = workers.usb().resolve("answer.age");
      station.enrolment().request(request, "EX-1001");
      hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
      station.enrolment().confirm(station.enrolment().open(answer));
      RecordId caseId =
          station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "restricted", "", ""));
      for (int i = 0; i < FOUNDED; i++) {
        RecordId id =
            station
                .people()
                .add(
                    caseId,
                    new People.NewPerson("M-" + i, "", "Quiet Example", "", "", ""),
                    "",
                    "");
        station.people().edit(id, Map.of("needs", Value.text("need 0")), "");
      }
    }
  }
}
