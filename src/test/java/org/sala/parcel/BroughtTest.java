package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.crypto.Sha256;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;

/** What a package may bring, by its purpose, and that a file which is named has to be inside. */
class BroughtTest extends Crafted {
  @Test
  void aRevisionThatNamesAFileHasToHaveItInsideInThatSize() throws Exception {
    byte[] inside = agency.attachments.getFirst();
    agency.changes.add(agency.photo(4, Sha256.hex(inside), inside.length));
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
    agency.changes.add(agency.photo(5, Sha256.hex(inside), inside.length - 1));
    parts.clear();
    asItShouldBe();
    assertThat(findings(container())).containsExactly(Finding.Code.ATTACHMENT_MISSING);
    agency.changes.removeLast();
    agency.changes.add(agency.photo(5, "0".repeat(64), 10));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(Finding.of(Finding.Code.ATTACHMENT_MISSING, "0".repeat(64)));
    assertThat(verdict.sound()).as("no two officers admit what is not whole").isFalse();
  }

  /**
   * Signed by an officer who may sign, and sealed by a station that is known: refused all the same.
   */
  @ParameterizedTest
  @ValueSource(strings = {"erasure", "admission", "approval", "parcel", "revocation", "agency"})
  void whatNoStationSendsIsRefused(String kind) throws Exception {
    agency.changes.add(agency.of(kind, Map.of("reason", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.CHANGE_STAYS);
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
  }

  /**
   * Signed and sealed as it should be: no station could show it, and some would never open again.
   */
  @Test
  void whatGoesBeyondAllBoundsIsRefusedAndTheLongestThereIsIsNot() throws Exception {
    String name = "x".repeat(Bounds.LONGEST_NAME);
    agency.changes.add(agency.of("case", Map.of(name, Value.text("name"))));
    agency.changes.add(
        agency.of("case", Map.of("place", Value.text("\u0e01".repeat(Bounds.LONGEST_VALUE - 2)))));
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
    List<Change> beyond =
        List.of(
            agency.of("case", Map.of(name + "x", Value.text("name"))),
            agency.of("case", Map.of("", Value.text("no name"))),
            agency.of("case", Map.of("place", Value.text("x".repeat(Bounds.LONGEST_VALUE - 1)))),
            agency.headed("time", "+999999999-01-01T00:00:00Z"),
            agency.headed("time", "-0001-01-01T00:00:00Z"),
            agency.headed("logical", "-1.0"),
            agency.headed("logical", "1.-1"));
    for (Change change : beyond) {
      agency.changes.add(change);
      parts.clear();
      asItShouldBe();
      Verdict verdict = agency.verifyPlain(folder, container());
      assertThat(verdict.findings())
          .containsExactly(
              new Finding(
                  Finding.Code.CHANGE_BEYOND_BOUNDS, Integer.toString(agency.changes.size())));
      assertThat(verdict.sound()).as("no two officers admit it").isFalse();
      agency.changes.removeLast();
    }
  }

  /** Each purpose with a kind that it brings, and with one that comes by another purpose alone. */
  @ParameterizedTest
  @CsvSource({
    "REPORT, person, bulletin",
    "REPORT, consent, catalogue",
    "REPORT, triage, alarm",
    "REPORT, a-kind-of-a-newer-station, extract",
    "REPORT, deed, copy",
    "REPORT, consent, receipt",
    "FIELD, consent, receipt",
    "FIELD, person, bulletin",
    "FIELD, consent, dossier",
    "FIELD, screening, catalogue",
    "FIELD, a-kind-of-a-newer-station, alarm",
    "RECEIPT, receipt, catalogue",
    "RECEIPT, bulletin, copy",
    "DECISION, receipt, catalogue",
    "DECISION, bulletin, alarm",
    "CATALOGUE, catalogue, bulletin",
    "CATALOGUE, catalogue, a-kind-of-a-newer-station",
    "DANGER, alarm, person",
    "DANGER, alarm, a-kind-of-a-newer-station",
    "PARTNER, extract, person",
    "PARTNER, copy, alarm",
    "PARTNER, receipt, a-kind-of-a-newer-station"
  })
  void whatComesByAnotherPurposeIsRefused(Purpose purpose, String brought, String other)
      throws Exception {
    agency.purpose = purpose;
    agency.changes.clear();
    agency.changes.add(agency.of(brought, Map.of("title", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
    agency.changes.add(agency.of(other, Map.of("title", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(new Finding(Finding.Code.CHANGE_OUT_OF_PLACE, "2"));
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
    assertThat(verdict.bringsTooMuch()).as("told as genuine and not for here").isTrue();
  }

  /** Every kind has its place: what is sent comes home, and what is not comes nowhere else. */
  @Test
  void everyKindThatIsSentComesHomeOrFromHeadquarters() throws Exception {
    for (Kind kind : Kinds.all()) {
      agency.purpose =
          switch (kind.key()) {
            case "catalogue" -> Purpose.CATALOGUE;
            case "bulletin", "receipt" -> Purpose.DECISION;
            default -> Purpose.REPORT;
          };
      agency.changes.clear();
      agency.changes.add(agency.of(kind.key(), Map.of("title", Value.text("Example"))));
      parts.clear();
      asItShouldBe();
      assertThat(agency.verifyPlain(folder, container()).findings().isEmpty())
          .as(kind.key())
          .isEqualTo(kind.sent() || Set.of("dossier", "deed").contains(kind.key()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BULLETIN", "REVOCATION", "ENROLMENT"})
  void aPurposeThatNobodySealsBringsNothing(Purpose purpose) throws Exception {
    agency.purpose = purpose;
    parts.clear();
    asItShouldBe();
    assertThat(findings(container())).containsOnly(Finding.Code.CHANGE_OUT_OF_PLACE);
  }

  /** Not even among those whose author stands in doubt, of which people could let one in. */
  @Test
  void aChangeUnderAnIdThatItsStationDidNotMakeIsRefused() throws Exception {
    Change made = agency.of("case", Map.of("title", Value.text("Example")));
    agency.changes.add(
        agency.signed(agency.key, 9, agency.ids.station(), made.id(), made.revisions().getFirst()));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(
            new Finding(Finding.Code.CHANGE_ID_OF_ANOTHER, String.valueOf(agency.changes.size())));
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
  }

  @Test
  void aProtectedPartInAPackageThatSaysItHoldsNoneIsRefused() throws Exception {
    agency.changes.add(
        agency.of("person", Compartment.PROTECTION, Map.of("needs", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(
            new Finding(Finding.Code.PROTECTION_UNDECLARED, String.valueOf(agency.changes.size())));
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
    agency.protection = true;
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
  }

  /** The table says what is protected; an answer that a form protects may lie there as well. */
  @ParameterizedTest
  @CsvSource({
    "person, needs",
    "triage, answer/asthma",
    "screening, note",
    "screening, silent/S1_01",
    "envelope, sealed",
    "alarm, told/one",
    "dossier, counsel"
  })
  void aFieldOfTheProtectedPartThatStandsInTheOpenIsRefused(String kind, String field)
      throws Exception {
    Map<String, Value> said = Map.of(field, Value.text("Example"));
    agency.purpose = kind.equals("alarm") ? Purpose.DANGER : Purpose.REPORT;
    agency.protection = true;
    agency.changes.clear();
    agency.changes.add(agency.of(kind, Compartment.PROTECTION, said));
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
    agency.changes.add(agency.of(kind, said));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(new Finding(Finding.Code.PROTECTED_IN_THE_OPEN, "2"));
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
  }
}
