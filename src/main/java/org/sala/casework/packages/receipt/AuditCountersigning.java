package org.sala.casework.packages.receipt;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.ErasedAtStations;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Together;
import org.sala.domain.AuditEntry;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;

/**
 * How far the audit that came with a package was right. It is remembered in one run of the journal
 * with the receipt that says so: never is more countersigned than is known, and everybody waits for
 * one run less.
 */
@BehindTheDesk
public final class AuditCountersigning {
  /** How many times the audit is read beside others before they have to wait for it. */
  private static final int TRIES = 4;

  private final Station station;
  private final ParcelHeader header;
  private final List<AuditEntry> audit;
  private AuditWitness.@Nullable Looked looked;

  public AuditCountersigning(Station station, ParcelHeader header, List<AuditEntry> audit) {
    this.station = station;
    this.header = header;
    this.audit = List.copyOf(audit);
  }

  /** Writes a run; it is {@link Together#write} but for its arguments. */
  interface Writing {
    Saved write(Together run);
  }

  /**
   * Writes a receipt, and anew where another program has looked at the same audit meanwhile.
   *
   * @param receipt makes its run from what it has to say of the audit
   */
  Saved with(Function<Map<String, Value>, Together> receipt, Writing writing) {
    boolean shared = station.state().sharing().isPresent();
    for (int left = TRIES; shared && left > 0; left--) {
      AuditWitness.Beside beside = new AuditWitness(station).beside(header, audit);
      heed(beside.looked());
      Together run = receipt.apply(beside.looked().receipt()).share(beside.remembering());
      try {
        return writing.write(run);
      } catch (AuditWitness.OvertakenException e) {
        // Nothing was written: it is judged anew beside what is known now.
        looked = null;
      }
    }
    return writing.write(receipt.apply(alone().receipt()));
  }

  /** Remembers it by itself, where no receipt goes or nobody else is there. */
  public AuditWitness.Looked alone() {
    AuditWitness.Looked found = new AuditWitness(station).look(header, audit);
    heed(found);
    return found;
  }

  /** Heeds what was found before it is countersigned: what was not heard comes again. */
  private void heed(AuditWitness.Looked found) {
    looked = found;
    if (found.stands()) {
      new ErasedAtStations(station).heed(header.station(), audit);
    }
  }

  /** Returns what the look at the audit came to; only after it was remembered. */
  public AuditTrail.Verdict verdict() {
    AuditWitness.Looked found = looked;
    if (found == null) {
      throw new IllegalStateException("not looked at yet");
    }
    return found.verdict();
  }
}
