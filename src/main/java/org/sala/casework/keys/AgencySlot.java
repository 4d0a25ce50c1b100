package org.sala.casework.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.RecoveryCode;
import org.sala.casework.station.RecoveryKey;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.Station;
import org.sala.crypto.AgeRecipient;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Value;
import org.sala.vault.KeyFile;

/**
 * The way back into a laptop whose officers have all lost their passphrases: a slot under a code of
 * this laptop alone, which nobody has seen. The code lies sealed to the agency's recovery key in
 * the workspace and goes to headquarters with every report; two of the agency's three sheets open
 * it. It gives back the work, never a signing key.
 */
@BehindTheDesk
public final class AgencySlot {
  /** The file beside the key file, for a laptop that never sent a package. */
  public static final String FILE = "agency-recovery.age";

  private static final String RECIPIENT = "recovery";
  private static final String SLOT = "agencySlot";
  private static final String FOR = "agencySlotFor";
  private static final String SEALED = "agencySealed";

  private final Station station;
  private final AuditTrail audit;

  public AgencySlot(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /**
   * Makes the slot where headquarters names a recovery key and there is none for it yet, or one
   * that opens less than this officer can. Takes one derivation of a key then, and nothing else.
   */
  public void keep() {
    recipient()
        .filter(r -> !isInPlace() || !station.state().text(FOR).equals(Optional.of(meant(r))))
        .filter(r -> !isInPlace() || !hasMore(r))
        .ifPresent(this::make);
  }

  /** The code was read out and typed in: from now on another one opens this laptop. */
  public void spent(String slot) {
    if (station.state().text(SLOT).equals(Optional.of(slot))) {
      recipient().ifPresent(this::make);
    }
  }

  /** Whether the agency can open this laptop. */
  public boolean isThere() {
    return station.state().text(SLOT).isPresent();
  }

  /** What every report to headquarters carries. */
  public Map<String, String> note() {
    return station.state().text(SEALED).map(s -> Map.of(RecoveryKey.NOTE, s)).orElse(Map.of());
  }

  private Optional<AgeRecipient> recipient() {
    return station.state().flag("isHeadquarters")
        ? Optional.empty()
        : station.state().text(RECIPIENT).filter(r -> !r.isEmpty()).map(AgeRecipient::new);
  }

  /**
   * Returns whether another officer, with more compartments than this one, made the slot for the
   * same key.
   */
  private boolean hasMore(AgeRecipient recipient) {
    return station
        .state()
        .text(FOR)
        .filter(f -> f.startsWith(recipient.text()))
        .filter(f -> f.length() >= meant(recipient).length())
        .isPresent();
  }

  private String meant(AgeRecipient recipient) {
    return recipient.text()
        + station.keys().compartments().keySet().stream()
            .map(c -> " " + c.code())
            .collect(Collectors.joining());
  }

  private void make(AgeRecipient agency) {
    RecoverySheet code = RecoveryCode.forAgency(station.tools().random());
    RecoveryCode read = RecoveryCode.typed(code.code());
    char[] phrase = read.phrase().toCharArray();
    try {
      KeyFile.Coming slot =
          station.keyFile().prepare(read.slot(), phrase, station.keys(), Optional.empty());
      byte[] sealed =
          new SealedCode(station.identity().station(), station.now().instant(), code).seal(agency);
      DurableFile.replace(Disk.real(), file(), sealed);
      Optional<String> before = station.state().text(SLOT);
      Map<String, Value> state = new LinkedHashMap<>();
      state.put(SLOT, Value.text(slot.id()));
      state.put(FOR, Value.text(meant(agency)));
      state.put(SEALED, Value.text(Base64.getEncoder().encodeToString(sealed)));
      // Known before it is there: where the power goes in between it is made again.
      station.state().set(state);
      slot.keep(station.keys());
      before.ifPresent(this::remove);
      OlderFiles.keyFileWritten(station);
      audit.note(AuditEntry.Act.ENROLLED, "agency recovery");
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    } finally {
      Arrays.fill(phrase, '\0');
    }
  }

  private void remove(String slot) {
    if (isThere(slot)) {
      station.keyFile().removeSlot(slot, station.keys());
    }
  }

  private boolean isInPlace() {
    return station.state().text(SLOT).filter(this::isThere).isPresent();
  }

  private boolean isThere(String slot) {
    List<KeyFile.Slot> there = station.keyFile().slots(station.keys());
    return there.stream().anyMatch(s -> s.id().equals(slot));
  }

  private Path file() {
    return station.folder().root().resolve(FILE);
  }
}
