package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Two agencies exchange cards and a copy by commands alone. */
class PartnerCommandsTest {
  @TempDir Path folder;

  private void found(String name, String agency, String country) {
    try (Desk desk = Desks.create(folder.resolve(name), "Officer Example", name)) {
      desk.headquarters()
          .found(
              new Headquarters.Founding(
                  agency,
                  "Headquarters",
                  "EX-0000",
                  country,
                  Desks.stick(folder.resolve("authority of " + name)),
                  Desks.AUTHORITY.toCharArray()));
    }
  }

  private PracticeCommandsTest.Ran at(String name, String... words) throws Exception {
    Path phrase = Files.writeString(folder.resolve(name + ".txt"), "phrase of " + name + "\n");
    return PracticeCommandsTest.sala(
        Stream.concat(
                Stream.of(words),
                Stream.of(
                    "--workspace",
                    folder.resolve(name).toString(),
                    "--handle",
                    name,
                    "--passphrase-file",
                    phrase.toString()))
            .toArray(String[]::new));
  }

  private String code(String name, Path card) throws Exception {
    PracticeCommandsTest.Ran ran = at(name, "partner", "card", card.toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.out().strip().replace("code ", "");
  }

  @Test
  void cardsCodesACopyAndItsReceipt() throws Exception {
    found("ours", "Agency of Examples", "TH");
    found("theirs", "Border Police of Elsewhere", "PH");
    Path ourCard = folder.resolve("ours.json");
    Path theirCard = folder.resolve("theirs.json");
    String ourCode = code("ours", ourCard);
    String theirCode = code("theirs", theirCard);
    PracticeCommandsTest.Ran wrong =
        at("ours", "partner", "confirm", theirCard.toString(), "--code", ourCode);
    assertThat(wrong.exit()).isEqualTo(Exit.FAILED);
    assertThat(wrong.err()).contains("not the code").hasLineCount(1);
    PracticeCommandsTest.Ran known =
        at("ours", "partner", "confirm", theirCard.toString(), "--code", theirCode);
    assertThat(known.exit()).as(known.err()).isZero();
    assertThat(known.out()).contains("Border Police of Elsewhere (PH)");
    assertThat(at("theirs", "partner", "confirm", ourCard.toString(), "--code", ourCode).exit())
        .isZero();
    assertThat(at("ours", "partner", "list").out()).contains("Border Police", theirCode);

    String number = caseWithOneWhoSaidYes();
    PracticeCommandsTest.Ran plan =
        at(
            "ours",
            "seal",
            "--partner",
            "border police of elsewhere",
            "--case",
            number,
            "--dry-run");
    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("A-1: YES", "A-2: NOT_ASKED", "name: goes", "needs: removed, PROTECTED")
        .doesNotContain("Insulin", "Person Example");
    Path stick = Desks.stick(folder.resolve("stick"));
    PracticeCommandsTest.Ran sealed =
        at(
            "ours",
            "seal",
            "--partner",
            "Border Police of Elsewhere",
            "--case",
            number,
            "--to",
            stick.toString());
    assertThat(sealed.exit()).as(sealed.err()).isZero();
    Path file;
    try (var files = Files.list(stick)) {
      file = files.findFirst().orElseThrow();
    }
    PracticeCommandsTest.Ran verified = at("theirs", "verify", file.toString());
    assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    assertThat(at("theirs", "import", file.toString()).exit()).isZero();
    assertThat(
            at("ours", "partner", "end", "Border Police of Elsewhere", "--reason", "test").exit())
        .isZero();
    PracticeCommandsTest.Ran unknown =
        at("ours", "seal", "--partner", "Border Police of Elsewhere", "--case", number);
    assertThat(unknown.exit()).isEqualTo(Exit.USAGE);
    assertThat(unknown.err()).contains("No agency of that name");
  }

  private String caseWithOneWhoSaidYes() {
    try (Desk desk = Desks.unlock(folder.resolve("ours"), "ours")) {
      RecordId caseId = desk.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
      for (String wristband : new String[] {"A-1", "A-2"}) {
        RecordId id =
            desk.people()
                .add(
                    caseId,
                    new People.NewPerson(wristband, "", "Person Example", "f", "17", "th"),
                    "",
                    "");
        desk.people().edit(id, Map.of("needs", Value.text("Insulin")), "");
        if (wristband.equals("A-1")) {
          desk.consents()
              .ask(
                  id,
                  "investigation-and-protection",
                  "Border Police of Elsewhere",
                  Consents.Answer.YES,
                  Set.of(),
                  new Consents.How("th", "", "Guardian Example"));
        }
      }
      return desk.cases().list("", "number", false, 0, 5).getFirst().number();
    }
  }
}
