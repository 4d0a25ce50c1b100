package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.report.ReadBack;

/** The commands on a real workspace and on hostile files: one clear line, the right exit code. */
class CommandsTest {
  @TempDir static Path folder;
  private static Path key;

  private record Ran(int exit, String out, String err) {}

  @BeforeAll
  static void aStationAndAHeadquarters() throws Exception {
    key = Files.writeString(folder.resolve("one.txt"), "phrase of one\n");
    Files.writeString(folder.resolve("zero.txt"), "phrase of zero\n");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      Desks.enrol(station, hq, folder, "A");
      hq.headquarters().exportForChecking(folder.resolve("check"), true);
    }
  }

  /** Runs a call in this process, as {@code sala} would. */
  private static Ran sala(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = SalaCommand.run(PORTS, words);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  private static Ran at(String workspace, String command, String... words) {
    String handle = workspace.equals("hq") ? "zero" : "one";
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(
        List.of(
            "--workspace",
            folder.resolve(workspace).toString(),
            "--handle",
            handle,
            "--passphrase-file",
            folder.resolve(handle + ".txt").toString()));
    all.addAll(List.of(words));
    return sala(all.toArray(String[]::new));
  }

  private static void oneLine(Ran ran, int exit, String words) {
    assertThat(ran.exit()).as(ran.err() + ran.out()).isEqualTo(exit);
    assertThat(ran.err().strip().lines()).as(ran.err()).hasSize(1);
    assertThat(ran.err()).contains(words).doesNotContain("\tat ", "Exception");
  }

  private static String outside(String name) {
    return folder.resolve("check").resolve(name).toString();
  }

  private static Ran verify(Path file) {
    return sala(
        "verify",
        "--identity",
        outside("headquarters-identity.txt"),
        "--authority",
        outside("authority.pem"),
        "--crl",
        outside("crl.pem"),
        file.toString());
  }

  @Test
  void nobodyChoosesHowFewAreTooFewForATable() {
    String to = folder.resolve("table.csv").toString();
    assertThat(at("a", "export statistics", "--to", to, "--few", "10").exit())
        .isEqualTo(Exit.USAGE);
    assertThat(folder.resolve("table.csv")).doesNotExist();
    assertThat(at("a", "export statistics", "--to", to).exit()).isEqualTo(Exit.OK);
    assertThat(folder.resolve("table.csv")).content().contains("k = 5");
  }

  @Test
  void aRevocationListThatIsNoneIsNotTakenForOne() {
    Ran ran =
        sala(
            "verify",
            "--identity",
            outside("headquarters-identity.txt"),
            "--authority",
            outside("authority.pem"),
            "--crl",
            outside("authority.pem"),
            outside("authority.pem"));
    oneLine(ran, Exit.USAGE, "revocation list");
  }

  @Test
  void afterWrongPassphrasesACommandLetsTheNextOneWaitAsTheWindowDoes() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "a guess\n");
    String[] guess = {
      "audit",
      "verify",
      "--workspace",
      folder.resolve("a").toString(),
      "--handle",
      "one",
      "--passphrase-file",
      wrong.toString()
    };
    oneLine(sala(guess), Exit.WRONG_PASSPHRASE, "passphrase are wrong");
    oneLine(sala(guess), Exit.WRONG_PASSPHRASE, "passphrase are wrong");
    Path guesses = folder.resolve("a/guesses");
    String handle = Files.readString(guesses).split(" ", -1)[0];
    Files.writeString(guesses, handle + " 5 " + Instant.now().getEpochSecond() + "\n");
    Ran held = at("a", "audit verify");
    assertThat(held.exit()).as(held.err()).isZero();
    assertThat(held.err()).contains("Wrong several times");
    assertThat(at("a", "audit verify").err()).doesNotContain("Wrong several times");
  }

  @Test
  void theDesktopOpensWithAndWithoutAParserInOnePlace() throws Exception {
    Path parcel = Files.writeString(folder.resolve("none.sala"), "no package");
    assertThat(sala(parcel.toString()).exit()).isEqualTo(Exit.NO_DISPLAY);
    Path byParser = at;
    assertThat(sala().exit()).isEqualTo(Exit.NO_DISPLAY);
    assertThat(at).isEqualTo(byParser).isAbsolute();
    sala("--workspace", "elsewhere");
    assertThat(at).isEqualTo(Path.of("elsewhere"));
    sala("--workspace=equals");
    assertThat(at).isEqualTo(Path.of("equals"));
    assertThat(sala("--workspace", "--help").exit()).isEqualTo(Exit.USAGE);
    oneLine(sala("--workspace", "away"), Exit.FAILED, "enough space");
    oneLine(sala("--workspace=away"), Exit.FAILED, "enough space");
  }

  private static Path only(Path stick) throws Exception {
    try (var files = Files.list(stick)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void papersArePrintedWithoutAScreenAndThoseOfAWorkspaceWithItsPassphrase() throws Exception {
    Path form = folder.resolve("empty.pdf");
    Ran empty =
        sala("print", "form", "--catalogue", "defrauded", "--in", "th", "--to", form.toString());
    assertThat(empty.exit()).as(empty.err()).isZero();
    assertThat(ReadBack.letters(Files.readAllBytes(form)))
        .contains("Howwasthemoneysent?", "Towhichaccount");
    oneLine(
        sala("print", "form", "--catalogue", "none", "--to", form.toString()),
        Exit.USAGE,
        "defrauded");
    Path bad = folder.resolve("bad.xml");
    Files.writeString(bad, "<h/>");
    oneLine(
        sala("print", "form", "--file", bad.toString(), "--to", form.toString()),
        Exit.REFUSED,
        "cannot run");
    Path sheets = folder.resolve("sheets.pdf");
    Ran printed = at("a", "print sheets", "--many", "3", "--to", sheets.toString());
    assertThat(printed.exit()).as(printed.err()).isZero();
    assertThat(ReadBack.pages(Files.readAllBytes(sheets))).hasSize(3);
    Ran inside =
        at("a", "print sheets", "--many", "3", "--to", folder.resolve("a/no.pdf").toString());
    assertThat(inside.exit()).isEqualTo(Exit.FAILED);
    assertThat(inside.err()).contains("outside of the workspace");
    oneLine(
        at("a", "print card", "--person", "Z-999", "--to", sheets.toString()),
        Exit.USAGE,
        "Nobody here");
  }

  @Test
  void aCaseIsSealedVerifiedImportedAndAnsweredByCommandAlone() throws Exception {
    Path stick = Desks.stick(folder.resolve("stick"));
    Ran planned = at("a", "seal", "--dry-run", "--json");
    assertThat(planned.exit()).isZero();
    assertThat(planned.out()).contains("\"cases\":").contains("\"needed\":");
    oneLine(at("a", "seal", "--case", "no such case"), Exit.USAGE, "no such case");
    Ran sealed = at("a", "seal", "--to", stick.toString());
    assertThat(sealed.out()).contains("sealed ").contains("carried to ");

    Path file = only(stick);
    Ran genuine = verify(file);
    assertThat(genuine.exit()).as(genuine.out() + genuine.err()).isZero();
    assertThat(genuine.out()).startsWith("GENUINE");
    Ran unchecked =
        sala(
            "verify",
            "--json",
            "--identity",
            outside("headquarters-identity.txt"),
            "--authority",
            outside("authority.pem"),
            file.toString());
    assertThat(unchecked.out())
        .contains("\"revocationChecked\":false")
        .contains("\"genuine\":true");
    Ran later =
        sala(
            "verify",
            "--identity",
            outside("headquarters-identity.txt"),
            "--authority",
            outside("authority.pem"),
            "--at",
            "2099-01-01T00:00:00Z",
            file.toString());
    assertThat(later.exit()).as("certificates run out").isEqualTo(Exit.REFUSED);
    assertThat(later.out())
        .contains("judged by the time that was given, 2099-01-01T00:00:00Z", "At the time that was")
        .doesNotContain("clock of this laptop");
    assertThat(at("hq", "verify", file.toString()).exit()).isZero();

    Ran own = at("a", "import", file.toString());
    assertThat(own.exit()).isEqualTo(Exit.REFUSED);
    assertThat(own.out()).contains("written here");
    Path spoiled = spoiled(file);
    Path back = Desks.stick(folder.resolve("back"));
    Ran several =
        at(
            "hq",
            "import",
            "--json",
            "--receipt-to",
            back.toString(),
            spoiled.toString(),
            file.toString());
    assertThat(several.exit()).isEqualTo(Exit.REFUSED);
    assertThat(several.out().lines()).hasSize(2);
    assertThat(several.out())
        .contains("\"outcome\":\"refused\"")
        .contains("\"outcome\":\"imported\"");
    assertThat(at("hq", "import", file.toString()).out()).contains("already imported");
    Ran receipt = at("a", "import", only(back).toString());
    assertThat(receipt.exit()).as(receipt.out() + receipt.err()).isZero();
    assertThat(at("a", "audit verify", "--json").out()).contains("\"whole\":true");
    assertThat(at("hq", "audit verify").out()).contains("station Station A");
    assertThat(at("a", "seal").err()).contains("everything already");
  }

  private static Path spoiled(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    return Files.write(folder.resolve("spoiled.sala"), bytes);
  }

  @Test
  void oneRoundCarriesBothWaysByCommandAlone() throws Exception {
    String stick = Files.createDirectory(folder.resolve("sync stick")).toString();
    oneLine(at("a", "sync"), Exit.USAGE, "--folder");
    try (Desk desk = Desks.unlock(folder.resolve("a"), "one")) {
      desk.people()
          .register(List.of(new People.NewPerson("S-1", "", "Person Example", "f", "", "th")));
    }
    at("a", "seal");
    Ran sent = at("a", "sync", "--folder", stick, "--json");
    assertThat(sent.exit()).as(sent.out() + sent.err()).isZero();
    assertThat(sent.out()).contains("\"stuck\":0").doesNotContain("\"sent\":0");
    assertThat(at("hq", "sync", "--folder", stick).out()).contains(" taken in", " sent");
    Ran back = at("a", "sync", "--folder", stick, "--json");
    assertThat(back.exit()).as(back.out() + back.err()).isZero();
    assertThat(back.out()).doesNotContain("\"taken_in\":0");
    Ran away = at("a", "sync", "--folder", folder.resolve("none").toString(), "--json");
    assertThat(away.exit()).isEqualTo(Exit.FAILED);
    assertThat(away.out()).contains("\"fault\":\"AWAY\"");
  }

  @Test
  void hostileFilesGetOneLineAndNoTrace() throws Exception {
    Path none = folder.resolve("absent.sala");
    Path empty = Files.write(folder.resolve("empty.sala"), new byte[0]);
    byte[] noise = new byte[40_000];
    new Random(7).nextBytes(noise);
    Path random = Files.write(folder.resolve("random.sala"), noise);
    for (String command : List.of("verify", "import")) {
      oneLine(at("hq", command, none.toString()), Exit.USAGE, "no such file");
      oneLine(at("hq", command, folder.toString()), Exit.USAGE, "a folder");
      for (Path file : List.of(empty, random)) {
        Ran ran = at("hq", command, file.toString());
        assertThat(ran.exit()).as(command + " " + file).isEqualTo(Exit.REFUSED);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).doesNotContain("Exception");
      }
    }
    assertThat(at("hq", "import").exit()).isEqualTo(Exit.USAGE);
    oneLine(at("a", "enrol accept", "--code", "x", random.toString()), Exit.FAILED, "not what it");
    oneLine(
        at(
            "hq",
            "enrol answer",
            "--name",
            "B",
            "--letter",
            "B",
            "--prefix",
            "B",
            random.toString(),
            folder.resolve("x.age").toString()),
        Exit.FAILED,
        "not what it");
    assertThat(folder.resolve("x.age")).doesNotExist();
    oneLine(
        at("a", "enrol request", "--number", "1", folder.resolve("no/where").toString()),
        Exit.USAGE,
        "cannot be written");
    oneLine(
        at(
            "a",
            "enrol answer",
            "--name",
            "B",
            "--letter",
            "B",
            "--prefix",
            "B",
            folder.resolve("request-A.json").toString(),
            folder.resolve("y.age").toString()),
        Exit.FAILED,
        "not a headquarters");
  }

  @Test
  void aTruncatedPackageIsRefusedByTheOutsideCheckToo() throws Exception {
    Path stick = Desks.stick(folder.resolve("cut"));
    try (Desk desk = Desks.unlock(folder.resolve("a"), "one")) {
      desk.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    }
    at("a", "seal", "--to", stick.toString());
    byte[] bytes = Files.readAllBytes(only(stick));
    Path cut = folder.resolve("cut.sala");
    for (int length : new int[] {1, 200, bytes.length / 2, bytes.length - 1}) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      Ran ran = verify(cut);
      assertThat(ran.exit()).as(length + " bytes").isEqualTo(Exit.REFUSED);
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).contains("finding: ");
    }
    oneLine(
        sala(
            "verify",
            "--identity",
            key.toString(),
            "--authority",
            outside("authority.pem"),
            cut.toString()),
        Exit.USAGE,
        "not what they should be");
    oneLine(
        sala("verify", "--identity", key.toString(), cut.toString()), Exit.USAGE, "go together");
    assertThat(
            sala(
                    "verify",
                    "--identity",
                    outside("headquarters-identity.txt"),
                    "--authority",
                    outside("authority.pem"),
                    "--at",
                    "yesterday",
                    cut.toString())
                .exit())
        .isEqualTo(Exit.USAGE);
  }

  @Test
  void whoCannotGetInIsToldWhyAndSecretsAreNoArguments() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "a guess");
    String workspace = folder.resolve("a").toString();
    oneLine(
        sala(
            "audit",
            "verify",
            "--workspace",
            workspace,
            "--handle",
            "one",
            "--passphrase-file",
            wrong.toString()),
        Exit.WRONG_PASSPHRASE,
        "wrong");
    oneLine(
        sala(
            "audit",
            "verify",
            "--workspace",
            workspace,
            "--handle",
            "one",
            "--passphrase-file",
            folder.resolve("no.txt").toString()),
        Exit.USAGE,
        "cannot be read");
    oneLine(
        sala("audit", "verify", "--workspace", workspace, "--handle", "one"),
        Exit.USAGE,
        "--passphrase-file");
    oneLine(
        sala("seal", "--workspace", folder.resolve("nothing").toString(), "--handle", "one"),
        Exit.USAGE,
        "no workspace");
    try (Desk open = Desks.unlock(folder.resolve("a"), "one")) {
      assertThat(open.cases().count("")).isPositive();
      oneLine(at("a", "audit verify"), Exit.FAILED, "open in another program");
    }
    for (String command : List.of("verify", "seal", "import", "enrol found", "audit verify")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.add("--help");
      Ran help = sala(words.toArray(String[]::new));
      assertThat(help.exit()).as(command).isZero();
      assertThat(help.out()).contains("--passphrase-file").doesNotContain("--passphrase=");
    }
    assertThat(sala("--help").out()).contains("Exit codes: 0 done, 1 refused");
    assertThat(sala("no-such-command").exit()).isEqualTo(Exit.USAGE);
    oneLine(sala("bench", "leaks", folder.resolve("none").toString()), Exit.USAGE, "not played");
  }

  private static People.NewPerson twice() {
    return new People.NewPerson("X-7", "", "Twice Example", "f", "", "th");
  }

  @Test
  void whatIsToStayThoughAStationErasedItIsListedWithItsReason() {
    try (Desk hq = Desks.headquarters(folder.resolve("keeping"));
        Desk station = Desks.create(folder.resolve("erasing"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "K");
      RecordId person = station.people().register(List.of(twice())).getFirst();
      send(station, hq);
      Erasing plan = station.erasures().plan(person);
      station
          .erasures()
          .erase(plan, plan.number(), Erasures.Why.WISH, "wished so", Optional.empty());
      station.cases().open(new Cases.NewCase("Later", "rescue", "normal", "", ""));
      send(station, hq);
      hq.erasedElsewhere().stays(person, "a court asked for it");
    }
    String[] list = {
      "erase",
      "--list",
      "--workspace",
      folder.resolve("keeping").toString(),
      "--handle",
      "zero",
      "--passphrase-file",
      folder.resolve("zero.txt").toString()
    };
    assertThat(sala(list).out())
        .contains("stays: person X-7  erased at Station K (wish): a court asked for it")
        .contains("Officer Zero Example")
        .doesNotContain("Twice Example");
    List<String> asJson = new ArrayList<>(List.of(list));
    asJson.add("--json");
    assertThat(sala(asJson.toArray(String[]::new)).out())
        .contains("\"staying\":[{", "\"reason\":\"a court asked for it\"");
  }

  private static void send(Desk station, Desk hq) {
    RecordId parcel =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none()).id();
    hq.packages().take(station.packages().carry(parcel, Desks.stick(folder.resolve("usb of k"))));
  }

  @Test
  void aHeadquartersIsFoundedInACountryThatSomebodyNames() {
    Desks.create(folder.resolve("f"), "Officer One Example", "one").close();
    String[] rest = {
      "--agency",
      "Agency of Examples",
      "--name",
      "Headquarters",
      "--number",
      "EX-0000",
      "--authority-folder",
      folder.resolve("safe").toString(),
      "--authority-passphrase-file",
      key.toString()
    };
    assertThat(at("f", "enrol found", rest).err()).contains("--country");
    List<String> wrong = new ArrayList<>(List.of("--country", "XX"));
    wrong.addAll(List.of(rest));
    oneLine(at("f", "enrol found", wrong.toArray(String[]::new)), Exit.USAGE, "two letters");
    wrong.set(1, "mm");
    oneLine(at("f", "enrol found", wrong.toArray(String[]::new)), Exit.USAGE, "no such folder");
    assertThat(folder.resolve("safe")).as("a stick that is not in").doesNotExist();
    Desks.stick(folder.resolve("safe"));
    Ran founded = at("f", "enrol found", wrong.toArray(String[]::new));
    assertThat(founded.exit()).as(founded.err()).isZero();
    try (Desk desk = Desks.unlock(folder.resolve("f"), "one")) {
      assertThat(Desks.station(desk).state().text("hqCountry")).contains("MM");
    }
    String file = key.toString();
    String[] nowhere = {"--authority-folder", folder.toString(), rest[8], file};
    oneLine(at("f", "enrol reissue", nowhere), Exit.FAILED, "No authority's key");
    String[] safe = {rest[6], rest[7], rest[8], folder.resolve("zero.txt").toString()};
    oneLine(at("f", "enrol reissue", safe), Exit.WRONG_PASSPHRASE, "Nothing was changed");
    safe[3] = file;
    Ran reissued = at("f", "enrol reissue", safe);
    assertThat(reissued.exit()).as(reissued.err()).isZero();
  }

  @Test
  void aPersonIsErasedByCommandAloneAndOnlyByTheVeryNumber() {
    try (Desk desk = Desks.create(folder.resolve("e"), "Officer One Example", "one")) {
      desk.people()
          .register(
              List.of(
                  new People.NewPerson("X-1", "", "Person Example", "f", "", "th"),
                  new People.NewPerson("X-12", "", "Another Example", "f", "", "th"),
                  new People.NewPerson("X-2", "", "Of One Laptop Example", "f", "", "th"),
                  new People.NewPerson("x-2", "", "Of Another Example", "m", "", "th")));
    }
    oneLine(
        at("e", "erase", "--person", "X-2", "--confirm", "X-2", "--why", "wish", "--reason", "r"),
        Exit.REFUSED,
        "2 have that number");
    Ran told = at("e", "erase", "--person", "X-1", "--json");
    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(told.out()).contains("\"number\":\"X-1\"", "\"holders\":[]");
    oneLine(at("e", "erase", "--person", "X"), Exit.USAGE, "Nobody here");
    oneLine(at("e", "erase", "--case", "X-1"), Exit.USAGE, "no such case");
    oneLine(
        at("e", "erase", "--person", "X-1", "--confirm", "X-12", "--why", "wish", "--reason", "r"),
        Exit.USAGE,
        "Nothing was erased");
    oneLine(
        at("e", "erase", "--person", "X-1", "--confirm", "X-1", "--reason", "r"),
        Exit.USAGE,
        "wish, time-over, mistake, order");
    Ran erased =
        at("e", "erase", "--person", "X-1", "--confirm", "X-1", "--why", "wish", "--reason", "r");
    assertThat(erased.exit()).as(erased.err()).isZero();
    oneLine(at("e", "erase", "--person", "X-1"), Exit.USAGE, "Nobody here");
    assertThat(at("e", "erase", "--list").out())
        .contains("person X-1  wish: r", "Officer One Example")
        .doesNotContain("Person Example");
    assertThat(at("e", "erase", "--list", "--json").out())
        .contains("\"number\":\"X-1\"", "\"signed\":\"Officer One Example\"");
    assertThat(at("e", "erase", "--person", "X-12", "--json").exit()).isZero();
    assertThat(at("e", "audit verify", "--json").out()).contains("\"whole\":true");
    Path backup = folder.resolve("e.salabackup");
    assertThat(at("e", "backup", "--to", backup.toString()).exit()).isZero();
    Path restored = folder.resolve("restored");
    Ran back =
        sala(
            "restore",
            "--from",
            backup.toString(),
            "--to",
            restored.toString(),
            "--handle",
            "one",
            "--passphrase-file",
            key.toString());
    assertThat(back.exit()).as(back.err()).isZero();
    oneLine(at("restored", "erase", "--person", "X-1"), Exit.USAGE, "Nobody here");
  }

  @Test
  void faultsEndWellOnlyIfEveryFigureIsGreen() {
    Ran fast = sala("bench", "faults");
    assertThat(fast.exit()).isEqualTo(Exit.OK);
    assertThat(fast.out()).contains("| F1 ", "| F2 ", "1 of 2", "green");
    Ran full = sala("bench", "faults", "--full", "--only", "F2", "--json");
    assertThat(full.exit()).isEqualTo(Exit.REFUSED);
    assertThat(full.out()).contains("\"id\":\"F2\"", "\"green\":false").doesNotContain("F1");
    oneLine(sala("bench", "faults", "--only", "F99"), Exit.USAGE, "F1");
  }

  @Test
  void historiesEndWellOnlyIfNoneFailed() {
    Ran well = sala("bench", "simulate", "--seeds", "20");
    assertThat(well.exit()).isEqualTo(Exit.OK);
    assertThat(well.out()).contains("20 histories, 60 a minute: green");
    Ran failed = sala("bench", "simulate", "--from", "2", "--json");
    assertThat(failed.exit()).isEqualTo(Exit.REFUSED);
    assertThat(failed.out())
        .contains("\"green\":false", "seed 2: lost", "\"deeds\":{\"decided\":7}");
    oneLine(sala("bench", "simulate", "--seeds", "0"), Exit.USAGE, "At least one");
  }

  private static Optional<Path> opened = Optional.empty();
  private static Path at = Path.of("");

  @Test
  void aPackageThatIsOpenedFromOutsideReachesTheDesktopAndNothingElseDoes() throws Exception {
    Path parcel = Files.writeString(folder.resolve("some.sala"), "not a package");
    Path other = Files.writeString(folder.resolve("some.txt"), "text");
    assertThat(sala(parcel.toString()).exit()).isEqualTo(Exit.NO_DISPLAY);
    assertThat(opened).contains(parcel.toAbsolutePath());
    oneLine(sala(other.toString()), Exit.USAGE, "no Sala package");
    oneLine(sala(folder.resolve("gone.sala").toString()), Exit.USAGE, "no such file");
    assertThat(sala().exit()).isEqualTo(Exit.NO_DISPLAY);
    assertThat(opened).isEmpty();
    assertThat(sala("--workspace", folder.toString()).exit()).isEqualTo(Exit.NO_DISPLAY);
    assertThat(sala("verify", parcel.toString()).exit())
        .as("a command")
        .isNotEqualTo(Exit.NO_DISPLAY);
  }

  @Test
  void theViewIsMadeAnewOnDemand() {
    long cases;
    try (Desk desk = Desks.unlock(folder.resolve("a"), "one")) {
      cases = desk.cases().count("");
    }
    assertThat(cases).isPositive();
    Ran ran = at("a", "rebuild", "--json");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
    assertThat(ran.out()).contains("\"cases\":" + cases);
    assertThat(ran.err()).as("all of it was read again").contains("rebuilding 100 %");
  }

  @Test
  void enrolmentAnswersScriptsInJson() {
    Path request = folder.resolve("json-request.json");
    Path answer = folder.resolve("json-answer.age");
    assertThat(at("a", "enrol request", "--number", "EX-9", "--json", request.toString()).out())
        .contains("\"officers\":1");
    Ran answered =
        at(
            "hq",
            "enrol answer",
            "--name",
            "A",
            "--letter",
            "A",
            "--prefix",
            "A",
            "--json",
            request.toString(),
            answer.toString());
    String code = answered.out().replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
    Ran accepted = at("a", "enrol accept", "--code", code, "--json", answer.toString());
    assertThat(accepted.exit()).as(accepted.err()).isEqualTo(Exit.OK);
    assertThat(accepted.out()).contains("\"officers\":[\"EX-9\"]");
    oneLine(
        at(
            "a",
            "enrol request",
            "--number",
            "1",
            "--with",
            "x=2",
            "--with-passphrase-file",
            key.toString(),
            request.toString()),
        Exit.WRONG_PASSPHRASE,
        "colleague");
  }

  private static final Ports PORTS =
      TestPorts.with(
          (workspace, parcel, server) -> {
            opened = parcel;
            at = workspace;
            if (workspace.endsWith("away")) {
              throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
            }
            return Exit.NO_DISPLAY;
          },
          Optional.of(TestPorts.measuring()));
}
