package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Sealing and importing by command: what is said of all that goes, stays or is not there. */
class SealingCallsTest {
  @TempDir Path folder;
  private Path stick;

  @BeforeEach
  void threeStations() {
    Halls.of(folder, "A", "B", "C").close();
    stick = Desks.stick(folder.resolve("stick"));
    try (Desk a = Desks.unlock(folder.resolve("a"), "a")) {
      RecordId caseId = a.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
      RecordId person =
          a.people()
              .add(
                  caseId, new People.NewPerson("A-7", "", "Person Example", "f", "", "th"), "", "");
      a.people().edit(person, Map.of("needs", Value.text("Insulin")), "");
    }
  }

  private PracticeCommandsTest.Ran at(String name, String... words) throws Exception {
    String handle = name.equals("hq") ? "zero" : name;
    Path phrase = Files.writeString(folder.resolve(handle + ".txt"), "phrase of " + handle + "\n");
    return PracticeCommandsTest.sala(
        Stream.concat(
                Arrays.stream(words),
                Stream.of(
                    "--workspace",
                    folder.resolve(name).toString(),
                    "--handle",
                    handle,
                    "--passphrase-file",
                    phrase.toString()))
            .toArray(String[]::new));
  }

  private static List<Path> on(Path stick) throws Exception {
    try (Stream<Path> files = Files.list(stick)) {
      return files.sorted().toList();
    }
  }

  @Test
  void nothingIsSealedForAStickThatIsNotIn() throws Exception {
    Path away = folder.resolve("not in");
    PracticeCommandsTest.Ran ran = at("a", "seal", "--to", away.toString());
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("no such folder", "stick").hasLineCount(1);
    assertThat(away).doesNotExist();
    try (Desk a = Desks.unlock(folder.resolve("a"), "a")) {
      assertThat(a.packages().list())
          .extracting(PackageLine::state)
          .doesNotContain(PackageState.SEALED);
    }
    assertThat(at("a", "seal", "--to", stick.toString()).out()).contains("sealed ", "carried to ");
    PracticeCommandsTest.Ran receipt =
        at("hq", "import", "--receipt-to", away.toString(), on(stick).getFirst().toString());
    assertThat(receipt.exit()).isEqualTo(Exit.USAGE);
    assertThat(away).doesNotExist();
    assertThat(at("hq", "import", on(stick).getFirst().toString()).out())
        .as("it was not taken in by the call that was refused")
        .contains("imported ");
  }

  @Test
  void whatBelongsToACopyIsRefusedWithoutOne() throws Exception {
    for (String[] words : new String[][] {{"--purpose", "x"}, {"--in", "th"}}) {
      PracticeCommandsTest.Ran ran = at("a", "seal", words[0], words[1]);
      assertThat(ran.exit()).isEqualTo(Exit.USAGE);
      assertThat(ran.err()).contains(words[0], "--partner").hasLineCount(1);
    }
    assertThat(at("a", "seal").out()).as("nothing was sealed before").contains("sealed ");
  }

  @Test
  void everyPackageOfACallIsNamed() throws Exception {
    String[] call = {"seal", "--station", "B", "--station", "Station C", "--json", "--to"};
    PracticeCommandsTest.Ran ran =
        at("a", Stream.concat(Stream.of(call), Stream.of(stick.toString())).toArray(String[]::new));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(on(stick)).hasSize(2);
    for (Path file : on(stick)) {
      assertThat(ran.out())
          .contains(
              "\"file\":\"" + file.getFileName() + "\"", "\"carried\":\"" + file.toString() + "\"");
    }
    assertThat(ran.out()).contains("\"station\":\"Station B\"", "\"station\":\"Station C\"");
  }

  @Test
  void headquartersSealsForStationsThatSendNothingWhatWaitsForThem() throws Exception {
    try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
      hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    }
    PracticeCommandsTest.Ran dry = at("hq", "seal", "--dry-run");
    assertThat(dry.out())
        .contains(
            "Station B: decisions, questions and bulletins: 1",
            "Station C: decisions, questions and bulletins: 1");
    assertThat(on(stick)).isEmpty();
    PracticeCommandsTest.Ran ran = at("hq", "seal", "--to", stick.toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("for Station B", "for Station C", "carried to ");
    assertThat(on(stick)).hasSize(3);
    PracticeCommandsTest.Ran again = at("hq", "seal", "--to", stick.toString());
    assertThat(again.exit()).isEqualTo(Exit.FAILED);
    assertThat(again.err()).contains("Nothing waits");
    try (Desk b = Desks.unlock(folder.resolve("b"), "b")) {
      on(stick).forEach(b.packages()::take);
      assertThat(b.bulletins().unread()).hasSize(1);
    }
  }

  @Test
  void whoIsKeptBackIsNamedByNumber() throws Exception {
    PracticeCommandsTest.Ran words = at("a", "seal", "--dry-run");
    assertThat(words.out())
        .contains("kept back (1): A-7")
        .doesNotContain("Person Example", "Insulin");
    assertThat(at("a", "seal", "--json").out())
        .contains("\"keptBack\":[\"A-7\"]")
        .doesNotContain("Person Example", "Insulin");
  }

  @Test
  void aFileThatIsNotThereStopsNoOther() throws Exception {
    at("a", "seal", "--to", stick.toString());
    try (Desk b = Desks.unlock(folder.resolve("b"), "b")) {
      b.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    }
    at("b", "seal", "--to", stick.toString());
    List<Path> files = on(stick);
    String gone = folder.resolve("gone.sala").toString();
    PracticeCommandsTest.Ran ran =
        at("hq", "import", "--json", files.get(0).toString(), gone, files.get(1).toString());
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("no such file: " + gone);
    assertThat(ran.out().lines()).hasSize(3);
    assertThat(ran.out().split("\"outcome\":\"imported\"", -1)).hasSize(3);
    assertThat(ran.out()).contains("\"file\":\"gone.sala\",\"outcome\":\"missing\"");
  }

  @Test
  void aScriptReadsWhyACallCameToNothing() throws Exception {
    at("a", "audit", "verify");
    PracticeCommandsTest.Ran again = at("b", "seal", "--json");
    assertThat(again.exit()).isEqualTo(Exit.FAILED);
    assertThat(again.out())
        .hasLineCount(1)
        .startsWith("{\"fault\":\"NOTHING_TO_SEND\",\"message\":\"Headquarters has")
        .endsWith("\"exit\":4}" + System.lineSeparator());
    assertThat(again.err()).contains("everything already");
    PracticeCommandsTest.Ran wrong =
        PracticeCommandsTest.sala(
            "audit",
            "verify",
            "--json",
            "--workspace",
            folder.resolve("a").toString(),
            "--handle",
            "b",
            "--passphrase-file",
            folder.resolve("a.txt").toString());
    assertThat(wrong.out()).contains("\"fault\":\"WRONG_PASSPHRASE\"", "\"exit\":5}");
    PracticeCommandsTest.Ran usage = at("a", "seal", "--json", "--no-such-option");
    assertThat(usage.exit()).isEqualTo(Exit.USAGE);
    assertThat(usage.out()).contains("\"fault\":\"USAGE\"", "--no-such-option");
    assertThat(usage.err()).contains("See: sala seal --help");
  }
}
