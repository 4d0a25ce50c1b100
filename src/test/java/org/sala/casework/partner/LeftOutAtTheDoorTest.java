package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** A copy that was sealed, and a person who leaves something out before it has left. */
class LeftOutAtTheDoorTest {
  private static final String THEIR_NAME = "Border Police of Elsewhere";
  private static final Words WORDS = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk ours;
  private Desk theirs;
  private RecordId said;
  private CopyRequest request;

  @BeforeEach
  void twoAgenciesThatKnowEachOther() {
    ours = Agencies.founded(folder.resolve("ours"), "Agency of Examples", "TH");
    theirs = Agencies.founded(folder.resolve("theirs"), THEIR_NAME, "PH");
    RecordId partner = Agencies.introduce(ours, theirs);
    RecordId caseId = Agencies.aCase(ours);
    said = Agencies.person(ours, caseId, "A-1", THEIR_NAME, Consents.Answer.YES);
    request = new CopyRequest(partner, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(caseId));
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  private PackageLine sealed(CopyRequest asked) {
    return ours.copies().seal(ours.copies().look(asked), WORDS, Progress.none());
  }

  private void leavesOut(Set<String> items) {
    ours.consents()
        .ask(
            said,
            Agencies.PURPOSE,
            THEIR_NAME,
            Consents.Answer.YES,
            items,
            new Consents.How("th", "", "Guardian Example"));
  }

  private void isStopped(PackageLine copy) {
    assertThat(ours.packages().withdrawn(copy.id())).containsExactly("A-1");
    assertThatThrownBy(() -> ours.packages().carry(copy.id(), folder.resolve("usb")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_WITHDRAWN));
  }

  @Test
  void whatIsInItAndLeftOutSinceStopsItAndNothingElseDoes() {
    PackageLine copy = sealed(request);
    leavesOut(Set.of("contact", "health"));
    assertThat(ours.packages().withdrawn(copy.id())).as("neither is in it").isEmpty();
    leavesOut(Set.of("name"));
    isStopped(copy);
    leavesOut(Set.of());
    assertThat(ours.packages().carry(copy.id(), folder.resolve("usb"))).exists();
  }

  @Test
  void whatAnOfficerTookOutBeforehandStopsNothing() {
    PackageLine copy = sealed(request.without(new CopyRequest.Part(said, "name"), true));
    leavesOut(Set.of("name"));
    assertThat(ours.packages().carry(copy.id(), folder.resolve("usb"))).exists();
  }

  @Test
  void whatIsProtectedIsLookedAtToo() {
    ours.people().edit(said, Map.of("health", Value.text("Asthma")), "told");
    PackageLine copy =
        sealed(request.with(new CopyRequest.Part(said, "health"), "They take the treatment over"));
    leavesOut(Set.of("health"));
    isStopped(copy);
    leavesOut(Set.of("contact"));
    assertThat(ours.packages().withdrawn(copy.id())).isEmpty();
  }
}
