package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** Copies for another agency of a person who has two records, of which one says no. */
class LinkedCopiesTest {
  private static final String THEIR_NAME = "Border Police of Elsewhere";
  private static final Words WORDS = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk ours;
  private Desk theirs;
  private RecordId one;
  private RecordId other;
  private CopyRequest request;

  @BeforeEach
  void twoRecordsInTwoCases() {
    ours = Agencies.founded(folder.resolve("ours"), "Agency of Examples", "TH");
    theirs = Agencies.founded(folder.resolve("theirs"), THEIR_NAME, "PH");
    RecordId partner = Agencies.introduce(ours, theirs);
    RecordId caseId = Agencies.aCase(ours);
    one = Agencies.person(ours, caseId, "A-1", THEIR_NAME, Consents.Answer.YES);
    RecordId elsewhere = Agencies.aCase(ours);
    other = Agencies.person(ours, elsewhere, "B-1", THEIR_NAME, Consents.Answer.NOT_ASKED);
    request = new CopyRequest(partner, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(caseId));
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  private void link() {
    ours.samePeople().same(one, other, "The same scar");
  }

  private void unlink() {
    assertThatThrownBy(() -> ours.samePeople().takeBack(one, other, "It was another scar"))
        .as("one officer alone lifts no word of another record")
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PROTECTS));
    Fingerprint nine =
        ours.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    ours.headquarters().certify(nine, "EX-9");
    assertThat(
            ours.samePeople()
                .byTwo(one, other, false, "Another scar", "nine", "phrase of nine".toCharArray()))
        .isEqualTo(Disagreements.Decided.DONE);
  }

  private void says(RecordId who, Consents.Answer answer, Set<String> without) {
    ours.consents()
        .ask(
            who,
            Agencies.PURPOSE,
            THEIR_NAME,
            answer,
            without,
            new Consents.How("th", "", "Guardian Example"));
  }

  private Redaction.Asked asked() {
    return ours.copies().look(request).asked().getFirst();
  }

  private void is(Redaction.Word word, Optional<String> elsewhere) {
    assertThat(asked()).isEqualTo(new Redaction.Asked(one, "A-1", word, elsewhere));
  }

  @Test
  void aNoInOneRecordIsANoForAllAndNoneWithoutTheLink() {
    says(other, Consents.Answer.NO, Set.of());
    Redaction before = ours.copies().look(request);
    is(Redaction.Word.YES, Optional.empty());
    link();
    is(Redaction.Word.NO, Optional.of("B-1"));
    assertThat(ours.copies().look(request).people()).isEmpty();
    assertThatThrownBy(() -> ours.copies().seal(before, WORDS, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
    unlink();
    assertThat(ours.copies().look(request).stamp()).isEqualTo(before.stamp());
  }

  @Test
  void aYesIsForItsOwnRecordAloneAndNotAskedStaysWhatItIs() {
    link();
    is(Redaction.Word.YES, Optional.empty());
    says(other, Consents.Answer.YES, Set.of());
    says(one, Consents.Answer.NO, Set.of());
    is(Redaction.Word.NO, Optional.empty());
    RecordId third =
        Agencies.person(
            ours,
            ((CopyRequest.Scope.OneCase) request.scope()).id(),
            "A-2",
            THEIR_NAME,
            Consents.Answer.NOT_ASKED);
    RecordId fourth =
        Agencies.person(ours, Agencies.aCase(ours), "B-2", THEIR_NAME, Consents.Answer.YES);
    ours.samePeople().same(third, fourth, "The same tattoo");
    assertThat(ours.copies().look(request).asked().getLast().word())
        .isEqualTo(Redaction.Word.NOT_ASKED);
  }

  @Test
  void aFearInOneRecordKeepsEveryRecordFromThatCountry() {
    ours.fears().says(other, "PH", Fears.Of.RETURN);
    is(Redaction.Word.YES, Optional.empty());
    link();
    is(Redaction.Word.FEARS, Optional.of("B-1"));
    unlink();
    is(Redaction.Word.YES, Optional.empty());
  }

  @Test
  void whatTheOtherRecordLeavesOutIsLeftOut() {
    says(other, Consents.Answer.YES, Set.of("name"));
    link();
    Redaction.Line name =
        ours.copies().look(request).items().stream()
            .filter(i -> i.record().equals(one))
            .flatMap(i -> i.lines().stream())
            .filter(l -> l.field().equals("name"))
            .findFirst()
            .orElseThrow();
    assertThat(name.why()).contains(Redaction.Why.LEFT_OUT);
  }

  private void isStopped(PackageLine copy, CaseworkFault.Code code) {
    assertThat(ours.packages().withdrawn(copy.id())).containsExactly("A-1");
    assertThat(ours.packages().elsewhere(copy.id()))
        .containsExactly(new SaidElsewhere("A-1", "B-1"));
    assertThatThrownBy(() -> ours.packages().carry(copy.id(), folder.resolve("usb")))
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void theDoorAsksAllRecordsOfAPersonOnceMore() {
    PackageLine copy = ours.copies().seal(ours.copies().look(request), WORDS, Progress.none());
    says(other, Consents.Answer.YES, Set.of());
    link();
    assertThat(ours.packages().withdrawn(copy.id())).isEmpty();
    says(other, Consents.Answer.WITHDRAWN, Set.of());
    isStopped(copy, CaseworkFault.Code.CONSENT_WITHDRAWN);
    says(other, Consents.Answer.YES, Set.of());
    assertThat(ours.packages().withdrawn(copy.id())).isEmpty();
    ours.fears().says(other, Fears.NOT_NAMED, Fears.Of.BOTH);
    isStopped(copy, CaseworkFault.Code.FEAR_OF_RECIPIENT);
    unlink();
    assertThat(ours.packages().carry(copy.id(), folder.resolve("usb"))).exists();
  }
}
