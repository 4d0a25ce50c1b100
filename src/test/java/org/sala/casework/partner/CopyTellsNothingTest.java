package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** What a copy tells another agency of what is not in it: nothing. */
class CopyTellsNothingTest {
  private static final String THEIR_NAME = "Border Police of Elsewhere";
  private static final Words WORDS = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk ours;
  private Desk theirs;
  private RecordId caseId;
  private RecordId said;
  private CopyRequest request;

  @BeforeEach
  void twoAgenciesThatKnowEachOther() {
    ours = Agencies.founded(folder.resolve("ours"), "Agency of Examples", "TH");
    theirs = Agencies.founded(folder.resolve("theirs"), THEIR_NAME, "PH");
    RecordId partner = Agencies.introduce(ours, theirs);
    Agencies.introduce(theirs, ours);
    caseId = Agencies.aCase(ours);
    said = Agencies.person(ours, caseId, "A-1", THEIR_NAME, Consents.Answer.YES);
    request = new CopyRequest(partner, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(caseId));
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  private List<Received.Extract> given(CopyRequest asked) {
    PackageLine sealed = ours.copies().seal(ours.copies().look(asked), WORDS, Progress.none());
    theirs.packages().take(ours.packages().carry(sealed.id(), folder.resolve("usb")));
    return theirs
        .copies()
        .open(theirs.copies().received().getFirst().id())
        .orElseThrow()
        .extracts();
  }

  private String written() {
    StringBuilder all = new StringBuilder();
    Desks.station(theirs)
        .journal()
        .replay(
            0,
            run ->
                run.stream()
                    .flatMap(c -> c.change().revisions().stream())
                    .filter(r -> r.kind().equals("extract"))
                    .forEach(r -> all.append(new String(r.bytes(), StandardCharsets.UTF_8))));
    return all.toString();
  }

  /** A grown-up: whoever asks a child needs somebody beside. */
  private RecordId grownUp(String number, Consents.Answer answer) {
    RecordId id =
        ours.people()
            .add(
                caseId, new People.NewPerson(number, "", "Somebody", "female", "30", "th"), "", "");
    ours.consents()
        .ask(
            id,
            Agencies.PURPOSE,
            THEIR_NAME,
            answer,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    return id;
  }

  private void statementOf(RecordId person) {
    ours.statements().begin(caseId, person, new Statements.Setting("th", "", "", ""));
  }

  @Test
  void numbersOfStatementsDoNotTellOfTheOneBetweenThem() {
    RecordId yes = grownUp("A-2", Consents.Answer.YES);
    statementOf(yes);
    statementOf(grownUp("A-3", Consents.Answer.NO));
    statementOf(yes);
    List<Received.Extract> all = given(request);
    assertThat(
            all.stream()
                .filter(e -> e.kind().equals("statement"))
                .flatMap(e -> e.said().stream())
                .filter(s -> s.field().equals("number"))
                .flatMap(s -> s.values().values().stream()))
        .containsExactlyInAnyOrder(Value.text("1"), Value.text("2"));
    assertThat(written()).doesNotContain("-S1").doesNotContain("-S3");
  }

  @Test
  void whatStaysIsTheSameForEverybodyWhetherThereIsAnythingOrNot() {
    ours.people().edit(said, Map.of("health", Value.text("Asthma")), "told");
    RecordId other = Agencies.person(ours, caseId, "A-2", THEIR_NAME, Consents.Answer.YES);
    ours.consents()
        .ask(
            other,
            Agencies.PURPOSE,
            THEIR_NAME,
            Consents.Answer.YES,
            Set.of("name"),
            new Consents.How("th", "", "Guardian Example"));
    CopyRequest.Part birth = new CopyRequest.Part(other, "birth");
    List<Received.Extract> people =
        given(request.without(birth, true)).stream()
            .filter(e -> e.kind().equals("person"))
            .toList();
    assertThat(people).hasSize(2);
    assertThat(people.getFirst().removed()).isEqualTo(people.getLast().removed());
    assertThat(people.getFirst().removed())
        .containsEntry("health", "PROTECTED")
        .doesNotContainKeys("name", "birth")
        .doesNotContainValue("LEFT_OUT")
        .doesNotContainValue("OFFICER");
  }

  @Test
  void aFileThatIsAddedLosesItsNameAndTheOfficerIsTold() throws Exception {
    Path picture = folder.resolve("Somebody by name.png");
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    ours.photos().attach(said, picture, Progress.none());
    assertThat(ours.copies().look(request).files()).isEmpty();
    CopyRequest asked = request.with(new CopyRequest.Part(said, "photo"), "They look for her");
    assertThat(ours.copies().look(asked).files()).containsExactly("Somebody by name.png");
    given(asked);
    assertThat(written()).contains("file-").contains("image/png").doesNotContain("by name");
  }
}
