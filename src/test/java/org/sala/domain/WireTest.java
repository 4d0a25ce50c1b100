package org.sala.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;

class WireTest {
  private final IdSource ids =
      new IdSource(
          Clock.fixed(Instant.parse("2026-11-24T03:12:11Z"), ZoneId.of("Asia/Bangkok")),
          new Random(7));

  private Revision revision() {
    return RevisionWire.write(
        ids.record(),
        "case",
        List.of(),
        ids.scope(),
        Compartment.INVESTIGATION,
        Map.of(
            "title",
            Value.text("ด่าน R-7"),
            "status",
            Value.text("open"),
            "zzNew",
            Value.flag(true)),
        Optional.of("first"),
        ids.nonce(new Fingerprint("ab".repeat(32))));
  }

  @Test
  void whatSaysCountlessThingsOfNothingIsRefusedBeforeAllOfItIsHeld() {
    byte[] header =
        ChangeWire.writeHeader(
                ids.change(),
                new Fingerprint("ab".repeat(32)),
                ids.station(),
                ids.incarnation(),
                1,
                Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
                new Hlc(5, 1),
                List.of(revision().id()))
            .bytes();
    String most = new String(header, 0, header.length - 1, StandardCharsets.UTF_8) + ",\"more\":[";
    assertThat(ChangeWire.readHeader(bytes(most + "{},".repeat(1_000) + "{}]}")).number())
        .isEqualTo(1);
    assertThatThrownBy(() -> ChangeWire.readHeader(bytes(most + "{},".repeat(1_000_000) + "{}]}")))
        .isInstanceOf(DomainFault.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRevisionReadsBackFromItsOwnBytes() {
    Revision written = revision();
    Revision read = RevisionWire.read(written.bytes());
    assertThat(read).isEqualTo(written);
    assertThat(read.fields().get("title")).isEqualTo(Value.text("ด่าน R-7"));
    assertThat(new java.util.ArrayList<>(read.fields().keySet()))
        .as("table order, then what the table does not know")
        .containsExactly("title", "status", "zzNew");
  }

  @Test
  void aChangeLineKeepsBytesAndWithheldIds() {
    Revision one = revision();
    Revision two = revision();
    ChangeHeader header =
        ChangeWire.writeHeader(
            ids.change(),
            new Fingerprint("ab".repeat(32)),
            ids.station(),
            ids.incarnation(),
            1,
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            new Hlc(5, 1),
            List.of(one.id(), two.id()));
    Change change =
        new Change(
            header,
            new byte[] {1, 2, 3},
            List.of(new Piece.Whole(one), new Piece.Withheld(two.id())));
    Change read = ChangeWire.readLine(ChangeWire.writeLine(change));
    assertThat(read).isEqualTo(change);
    assertThat(read.header().bytes()).isEqualTo(header.bytes());
    assertThat(read.signature()).containsExactly(1, 2, 3);
    assertThat(read.header().time().toString())
        .isEqualTo("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]");
  }

  private Revision saying(int characters) {
    return RevisionWire.write(
        ids.record(),
        "case",
        List.of(),
        ids.scope(),
        Compartment.INVESTIGATION,
        Map.of("title", Value.text("w".repeat(characters))),
        Optional.empty(),
        ids.nonce(new Fingerprint("ab".repeat(32))));
  }

  /** Four long revisions, and hundreds of which the ids alone go. */
  private Change longOne(int characters) {
    List<Piece> pieces = new ArrayList<>();
    Revision kept = revision();
    for (int i = 0; i < 300; i++) {
      pieces.add(new Piece.Withheld(kept.id()));
    }
    for (int i = 0; i < 4; i++) {
      pieces.add(new Piece.Whole(saying(i == 0 ? characters : 12_500_000)));
    }
    ChangeHeader header =
        ChangeWire.writeHeader(
            ids.change(),
            new Fingerprint("ab".repeat(32)),
            ids.station(),
            ids.incarnation(),
            1,
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            new Hlc(5, 1),
            pieces.stream().map(Piece::id).toList());
    return new Change(header, new byte[64], pieces);
  }

  @Test
  void aLineThatFitsIsNoLongerThanWhatIsReadAndHardlyShorter() {
    int about = 12_000_000;
    int room = ChangeWire.LONGEST_LINE - ChangeWire.writeLine(longOne(about)).length;
    int all = about + room / 4 * 3;
    Change fits = longOne(all - 75);
    assertThat(ChangeWire.fitsLine(fits)).isTrue();
    assertThat(ChangeWire.writeLine(fits).length)
        .isBetween(ChangeWire.LONGEST_LINE - 120, ChangeWire.LONGEST_LINE);
    assertThat(ChangeWire.fitsLine(longOne(all + 6))).isFalse();
  }

  @Test
  void duplicatePartsAndTrailingBytesAreRefused() {
    byte[] twice = "{\"record\":\"a\",\"record\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RevisionWire.read(twice)).isInstanceOf(DomainFault.class);
    byte[] good = revision().bytes();
    byte[] longer = java.util.Arrays.copyOf(good, good.length + 2);
    longer[good.length] = '{';
    longer[good.length + 1] = '}';
    assertThatThrownBy(() -> RevisionWire.read(longer)).isInstanceOf(DomainFault.class);
  }

  @Test
  void everyFlippedByteIsRefusedOrChangesTheId() {
    Revision written = revision();
    for (int i = 0; i < written.bytes().length; i++) {
      byte[] spoiled = written.bytes().clone();
      spoiled[i] ^= 1;
      try {
        assertThat(RevisionWire.read(spoiled).id()).isNotEqualTo(written.id());
      } catch (DomainFault expected) {
        assertThat(expected.code()).isNotNull();
      }
    }
  }

  @Test
  void datesAreReadAsTheyAreTyped() {
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(DateReader.birth("3/5/2545", today).earliest()).isEqualTo(LocalDate.of(2002, 5, 3));
    assertThat(DateReader.birth("๒๕๔๕", today).earliest()).isEqualTo(LocalDate.of(2002, 1, 1));
    assertThat(DateReader.birth("24", today).ageGroup(today)).isEqualTo(AgeGroup.ADULT);
    assertThat(DateReader.birth("17", today).ageGroup(today)).isEqualTo(AgeGroup.CHILD);
    assertThat(DateReader.birth("2008", today).ageGroup(today)).isEqualTo(AgeGroup.UNKNOWN);
    assertThat(DateReader.birth("dog", today).ageGroup(today)).isEqualTo(AgeGroup.UNKNOWN);
    assertThat(DateReader.birth("ปีจอ", today).earliest())
        .isEqualTo(DateReader.birth("dog", today).earliest());
    assertThat(DateReader.birth("32/13/2002", today).precision())
        .isEqualTo(PartialDate.Precision.UNKNOWN);
    PartialDate about = DateReader.birth("~2000", today);
    assertThat(PartialDate.of(about.toValue())).isEqualTo(about);
  }

  @Test
  void nonsenseInReferencesAndMomentsIsEmptyAndNoFault() {
    assertThat(Value.text("thirty-six characters and no record.").asRef()).isEmpty();
    assertThat(Value.text("00000000-0000-7000-8000-00000000000A").asRef()).isEmpty();
    assertThat(Moment.of(Value.text("yesterday"))).isEmpty();
    assertThat(Moment.of(Value.flag(true))).isEmpty();
  }
}
