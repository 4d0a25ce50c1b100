package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Sha256;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;

/** How many changes a package may name before anybody knows who sealed it. */
class ManyChangesTest {
  @TempDir Path folder;
  private final Agency agency = new Agency();
  private final AtomicInteger handed = new AtomicInteger();

  private Verdict read(Change change, int times) throws IOException {
    agency.changes.clear();
    agency.changes.addAll(Collections.nCopies(times, change));
    Path file = agency.seal(folder);
    return new ParcelReader(List.of(agency.reader), agency.trust(List.of()), Agency.NOW)
        .read(file, counting());
  }

  private Sink counting() {
    return new Sink() {
      @Override
      public void header(ParcelHeader header) {
        // Not kept.
      }

      @Override
      public void change(Authentic change) {
        handed.incrementAndGet();
      }

      @Override
      public void audit(AuditEntry entry) {
        // None in these packages.
      }

      @Override
      public OutputStream attachment(Enclosed file) {
        return OutputStream.nullOutputStream();
      }
    };
  }

  private Revision revision(Map<String, Value> fields) {
    return RevisionWire.write(
        agency.ids.record(),
        "person",
        List.of(),
        agency.ids.scope(),
        Compartment.INVESTIGATION,
        fields,
        Optional.empty(),
        agency.ids.nonce(new Fingerprint(agency.key.verifying().fingerprint())));
  }

  private Change signed(List<Piece> pieces) {
    Change like = agency.changes.getFirst();
    ChangeHeader header =
        ChangeWire.writeHeader(
            like.id(),
            like.header().author(),
            like.header().station(),
            like.header().incarnation(),
            1,
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            new Hlc(1, 0),
            pieces.stream().map(Piece::id).toList());
    return new Change(header, agency.key.sign(header.bytes()), pieces);
  }

  /** Every key that it takes is one that anybody may have. */
  @Test
  void changesWithoutEndAreRefusedAndNotHandedOn() throws IOException {
    List<Piece> keptBack = new ArrayList<>();
    for (int i = 0; i < ChangeWire.MOST_REVISIONS; i++) {
      keptBack.add(new Piece.Withheld(revision(Map.of()).id()));
    }
    Change change = signed(keptBack);
    int fit = (int) (Remembered.MOST / Remembered.weight(change));
    Verdict verdict = read(change, fit + 3);
    assertThat(verdict.sound()).isFalse();
    assertThat(verdict.findings())
        .containsExactly(Finding.of(Finding.Code.CHANGES_TOO_MANY, Integer.toString(fit + 1)));
    assertThat(handed).hasValue(fit);
  }

  /** Months in the field, each with a person and the person's photo. */
  @Test
  void aHundredThousandChangesOfAFirstPackageAreTaken() throws IOException {
    byte[] photo = agency.attachments.getFirst();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      pieces.add(new Piece.Whole(revision(Map.of("wristband", Value.text("A-" + i)))));
    }
    pieces.add(
        new Piece.Whole(
            revision(
                Map.of(
                    "photo",
                    new AttachedFile(Sha256.hex(photo), photo.length, "photo", "image/png")
                        .toValue()))));
    Verdict verdict = read(signed(pieces), 100_000);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.sound()).isTrue();
    assertThat(handed).hasValue(100_000);
  }
}
