package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.people.Cases;

/** Whoever calls it wrongly is told what to do, in words, on standard error. */
class CallsThatAreOffTest {
  @TempDir Path folder;

  @BeforeEach
  void aStationAndAHeadquarters() {
    Halls.of(folder, "A").close();
  }

  private PracticeCommandsTest.Ran at(String name, String... words) throws Exception {
    String handle = name.equals("hq") ? "zero" : name;
    Path phrase = Files.writeString(folder.resolve(handle + ".txt"), "phrase of " + handle + "\n");
    return PracticeCommandsTest.sala(
        Stream.concat(
                Stream.of(words),
                Stream.of(
                    "--workspace",
                    folder.resolve(name).toString(),
                    "--handle",
                    handle,
                    "--passphrase-file",
                    phrase.toString()))
            .toArray(String[]::new));
  }

  private static void told(PracticeCommandsTest.Ran ran, int exit, String... words) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(exit);
    assertThat(ran.err()).contains(words).doesNotContain("Exception", "java.", "unexpected");
    assertThat(ran.out()).isEmpty();
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void whatIsMistypedIsNamedWithWhatWasMeant() {
    told(PracticeCommandsTest.sala("seel"), Exit.USAGE, "Not understood: seel", "sala seal");
    told(PracticeCommandsTest.sala("print", "night"), Exit.USAGE, "night", "sheets, list, card");
    told(PracticeCommandsTest.sala("verify", "a", "b"), Exit.USAGE, "Not understood: b");
    told(
        PracticeCommandsTest.sala("verify", "--at", "now", "x.sala"),
        Exit.USAGE,
        "2026-11-24T03:12:00Z");
    told(
        PracticeCommandsTest.sala("audit", "verify", "--workspace", in("none")),
        Exit.USAGE,
        "no workspace in " + in("none"));
  }

  @Test
  void placesAreLookedAtBeforeAnythingIsDone() throws Exception {
    told(at("a", "export", "htcds", "--to", in("none/x.csv")), Exit.USAGE, "folder is missing");
    told(at("hq", "export", "envelopes", "--to", in("none")), Exit.USAGE, "no such folder");
    told(at("a", "print", "list", "--to", in("none/x.pdf")), Exit.USAGE, "folder is missing");
    told(at("a", "backup", "--to", in("none/x")), Exit.USAGE, "no such folder");
    told(
        PracticeCommandsTest.sala("screening", "explain", "--answers", in("none")),
        Exit.USAGE,
        "no such file");
    told(at("a", "import", folder.toString()), Exit.USAGE, "sala sync --folder");
    told(at("hq", "seal"), Exit.FAILED, "Nothing waits");
    told(at("a", "practice", "scores"), Exit.FAILED, "no practice workspace");
    told(
        PracticeCommandsTest.sala(
            "print", "form", "--catalogue", "labour", "--beside", "zz", "--to", in("x.pdf")),
        Exit.USAGE,
        "one of en, th");
    assertThat(folder.resolve("x.pdf")).doesNotExist();
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    told(
        PracticeCommandsTest.sala(
            "seal", "--workspace", in("a"), "--handle", "a", "--passphrase-file", empty.toString()),
        Exit.USAGE,
        "is empty");
  }

  @Test
  void aStickThatIsNotInKeepsNoRoomFromBeingMadeOnTheOthers() throws Exception {
    Path away = Files.createDirectory(folder.resolve("away"));
    Path there = Files.createDirectory(folder.resolve("there"));
    try (Desk one = Desks.unlock(folder.resolve("a"), "a")) {
      one.sync().carriers().addFolder(away, "Away");
      one.sync().carriers().addFolder(there, "There");
      one.sync().carriers().addFolder(away, "Away, too");
    }
    Files.move(away, folder.resolve("pocket"));
    PracticeCommandsTest.Ran ran = at("a", "sync", "--clean", "--json");
    assertThat(ran.exit()).isEqualTo(Exit.FAILED);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().strip().lines())
        .hasSize(3)
        .anySatisfy(l -> assertThat(l).contains("\"There\"", "\"removed\":0"))
        .anySatisfy(l -> assertThat(l).contains("\"Away\"", "\"fault\":\"AWAY\""));
    PracticeCommandsTest.Ran named = at("a", "sync", "--clean", "--folder", away.toString());
    assertThat(named.exit()).isEqualTo(Exit.FAILED);
    assertThat(named.out()).contains("could not be used: not in");
  }

  @Test
  void whatARestoreRefusesIsAComplaintAndAnObjectForScripts() throws Exception {
    Path none = Files.writeString(folder.resolve("none.salabackup"), "no backup");
    String[] call = {"restore", "--from", none.toString(), "--to", in("new"), "--handle", "a"};
    at("a", "audit", "verify");
    List<String> words = List.of("--passphrase-file", in("a.txt"), "--json");
    PracticeCommandsTest.Ran ran =
        PracticeCommandsTest.sala(
            Stream.concat(Stream.of(call), words.stream()).toArray(String[]::new));
    assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
    assertThat(ran.err()).contains("not a backup");
    assertThat(ran.out()).startsWith("{\"fault\":\"NOT_A_BACKUP\"").contains("\"exit\":1}");
  }

  @Test
  void anAuditAnswersScriptsInCodes() throws Exception {
    assertThat(at("a", "audit", "verify", "--json").out())
        .startsWith("{\"verdict\":\"WHOLE\",\"entries\":")
        .contains("\"whole\":true")
        .doesNotContain("whole:", "entries countersigned");
    assertThat(at("hq", "audit", "verify", "--json").out())
        .contains("\"name\":\"Station A\"", "\"verdict\":\"WHOLE\"", "\"countersigned\":")
        .doesNotContain("incarnation ", "entries countersigned");
    PracticeCommandsTest.Ran none = at("a", "audit", "verify", "--entry", "9999", "--json");
    assertThat(none.exit()).isEqualTo(Exit.REFUSED);
    assertThat(none.out()).contains("\"fault\":\"NOT_FOUND\"");
  }

  @Test
  void lookingWhoIsNamedTakesNobodyAway() throws Exception {
    String key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    PracticeCommandsTest.Ran named =
        at("hq", "form", "integrity", "--name", "Internal Affairs", "--recipient", key);
    assertThat(named.exit()).as(named.err()).isZero();
    assertThat(at("hq", "form", "integrity").out())
        .isEqualToIgnoringNewLines("named: Internal Affairs");
    told(at("hq", "form", "integrity", "--nobody", "--name", "x"), Exit.USAGE, "--nobody");
    assertThat(at("hq", "form", "integrity", "--nobody").out()).contains("named: nobody");
  }

  @Test
  void aPackageThatCameBeforeItsSignerWasTakenBackIsNotCalledRevoked() throws Exception {
    try (Desk a = Desks.unlock(folder.resolve("a"), "a")) {
      a.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
    }
    Path stick = Desks.stick(folder.resolve("stick"));
    at("a", "seal", "--to", stick.toString());
    String file;
    try (Stream<Path> files = Files.list(stick)) {
      file = files.findFirst().orElseThrow().toString();
    }
    at("hq", "import", file);
    try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
      hq.headquarters()
          .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "left");
    }
    PracticeCommandsTest.Ran ran = at("hq", "verify", file);
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out())
        .startsWith("GENUINE")
        .contains("came here on ", "judged by that day", "only since then: SIGNER_REVOKED");
    assertThat(at("hq", "verify", "--json", file).out())
        .contains("\"genuine\":true", "\"cameBefore\":{", "\"decides\":true");
  }
}
