package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.crypto.Tool;
import org.sala.domain.RecordId;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/** Another agency is known by a card, a code on the telephone, and a second officer. */
class PartnersTest {
  @TempDir Path folder;
  private Desk ours;
  private Desk theirs;

  @BeforeEach
  void twoAgencies() {
    ours = Agencies.founded(folder.resolve("ours"), "Agency of Examples", "TH");
    theirs = Agencies.founded(folder.resolve("theirs"), "Border Police of Elsewhere", "PH");
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  private static AbstractThrowableAssert<?, ?> refused(
      ThrowingCallable what, CaseworkFault.Code code) {
    return assertThatThrownBy(what)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void aCardIsBelievedOnlyWithTheCodeThatTheOtherSideReadsOut() throws Exception {
    Path file = folder.resolve("card.json");
    theirs.partners().write(file);
    PartnerCard card = ours.partners().read(file);
    assertThat(card.name()).isEqualTo("Border Police of Elsewhere");
    assertThat(card.country()).isEqualTo("PH");
    assertThat(card.code()).matches("([A-Z2-7]{4}-){2}[A-Z2-7]{4}");
    refused(() -> ours.partners().confirm(card, "AAAA-BBBB-CCCC"), CaseworkFault.Code.CODE_DIFFERS);
    refused(() -> ours.partners().confirm(card, ""), CaseworkFault.Code.CODE_DIFFERS);
    assertThat(ours.partners().known()).isEmpty();
    String typed = theirs.partners().own().code().toLowerCase(Locale.ROOT).replace('-', ' ');
    ours.partners().confirm(card, typed);
    assertThat(ours.partners().known())
        .singleElement()
        .satisfies(p -> assertThat(p.answers()).isTrue());
    refused(() -> ours.partners().confirm(card, card.code()), CaseworkFault.Code.ALREADY_DONE);
    if (Tool.has("openssl") && Tool.has("base32")) {
      Tool.Answer judge =
          Tool.run(
              folder, "sh", "-c", "openssl dgst -sha256 -binary card.json | base32 | cut -c1-12");
      assertThat(judge.text().strip()).isEqualTo(card.code().replace("-", ""));
    }
  }

  @Test
  void aPictureOfTheSquareOnTheCardIsAsGoodAsTheFile() throws Exception {
    boolean[][] square = theirs.partners().square(theirs.partners().own());
    int side = (square.length + 8) * 3;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int row = y / 3 - 4;
        int column = x / 3 - 4;
        boolean dark =
            row >= 0
                && column >= 0
                && row < square.length
                && column < square.length
                && square[row][column];
        picture.setRGB(x, y, dark ? 0x202020 : 0xf0f0f0);
      }
    }
    Path file = folder.resolve("card.png");
    ImageIO.write(picture, "png", file.toFile());
    PartnerCard card = ours.partners().read(file);
    assertThat(card).isEqualTo(theirs.partners().own());
    ours.partners().confirm(card, theirs.partners().own().code());
    Path empty = folder.resolve("empty.png");
    ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", empty.toFile());
    refused(() -> ours.partners().read(empty), CaseworkFault.Code.BAD_FILE);
  }

  @Test
  void theCardOnPaperHasTheSquareAndNotTheCode() throws Exception {
    Path paper = folder.resolve("card.pdf");
    Printed printed =
        theirs.agencyCards().own(Texts.in("en", ZoneId.of("Asia/Bangkok")), paper, Progress.none());
    assertThat(printed).isInstanceOf(Printed.Written.class);
    byte[] pdf = Files.readAllBytes(paper);
    assertThat(ReadBack.letters(pdf))
        .contains(ReadBack.letters("Border Police of Elsewhere"))
        .doesNotContain(ReadBack.letters(theirs.partners().own().code()));
    Path picture = folder.resolve("photographed.png");
    ImageIO.write(ReadBack.picture(pdf, 0, 200), "png", picture.toFile());
    assertThat(ours.partners().read(picture)).isEqualTo(theirs.partners().own());
  }

  @Test
  void aSecondOfficerApprovesExactlyThatCard() {
    ours.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    ours.headquarters()
        .uncertified()
        .keySet()
        .forEach(k -> ours.headquarters().certify(k, "EX-0009"));
    assertThat(ours.approvals().needed()).isTrue();
    PartnerCard card = ours.partners().read(theirs.partners().own().text());
    refused(() -> ours.partners().confirm(card, card.code()), CaseworkFault.Code.SAME_OFFICER);
    Desks.approve(ours, Approvals.Of.PARTNER, "0".repeat(64));
    refused(() -> ours.partners().confirm(card, card.code()), CaseworkFault.Code.SAME_OFFICER);
    Desks.approve(ours, Approvals.Of.PARTNER, card.digest());
    ours.partners().confirm(card, card.code());
    assertThat(ours.partners().known()).hasSize(1);
    ours.partners().end(ours.partners().known().getFirst().id(), "the stick was lost");
    refused(() -> ours.partners().confirm(card, card.code()), CaseworkFault.Code.SAME_OFFICER);
  }

  @Test
  void endingOneActsAtOnceAndIsWrittenDown() {
    RecordId id = Agencies.introduce(ours, theirs);
    ours.partners().end(id, "the stick was lost");
    assertThat(ours.partners().known()).isEmpty();
    assertThat(ours.partners().all())
        .singleElement()
        .satisfies(p -> assertThat(p.endedWhy()).isEqualTo("the stick was lost"));
    refused(() -> ours.partners().end(id, "again"), CaseworkFault.Code.NOT_A_PARTNER);
    Agencies.introduce(ours, theirs);
    assertThat(ours.partners().known()).as("it can be confirmed anew").hasSize(1);
  }

  @Test
  void whatIsNoCardIsRefusedInWords() throws Exception {
    String own = ours.partners().own().text();
    refused(() -> ours.partners().read(own), CaseworkFault.Code.BAD_FILE);
    String card = theirs.partners().own().text();
    for (String wrong :
        new String[] {
          "",
          "{}",
          "{",
          "not a card",
          card.replace("\"PH\"", "\"Philippines\""),
          card.replace("Border Police of Elsewhere", "headquarters"),
          card.replace("age1", "age2"),
          card.substring(0, card.length() - 40) + "\"}",
          card + " ".repeat(10) + "x",
          card.replace("\"format\":1", "\"format\":2"),
          "a".repeat(9000)
        }) {
      refused(() -> ours.partners().read(wrong), CaseworkFault.Code.BAD_FILE);
    }
    Path binary = folder.resolve("binary");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refused(() -> ours.partners().read(binary), CaseworkFault.Code.BAD_FILE);
    refused(() -> ours.partners().read(folder.resolve("nothing")), CaseworkFault.Code.BAD_FILE);
    assertThat(ours.partners().read(card + "\n").code())
        .as("an editor's line end changes nothing")
        .isEqualTo(theirs.partners().own().code());
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      refused(() -> station.partners().own(), CaseworkFault.Code.NOT_HEADQUARTERS);
      refused(() -> station.partners().read(card), CaseworkFault.Code.NOT_HEADQUARTERS);
    }
  }

  @Test
  void twoAgenciesNeverHaveTheSameNameSincePeopleAreAskedByIt() {
    Agencies.introduce(ours, theirs);
    try (Desk third =
        Agencies.founded(folder.resolve("third"), "border police of Elsewhere", "MY")) {
      PartnerCard card = ours.partners().read(third.partners().own().text());
      refused(() -> ours.partners().confirm(card, card.code()), CaseworkFault.Code.NAME_TAKEN);
    }
  }
}
