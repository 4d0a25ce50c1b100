package org.sala.casework.keys;

import java.io.IOException;
import java.nio.file.Files;
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
import org.sala.vault.SlotKind;
import org.sala.vault.Unlocking;

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

  /** The slot whose code was typed in, until no code that anybody has heard opens any more. */
  private static final String SPENT = "agencySpent";

  private final Station station;
  private final AuditTrail audit;

  public AgencySlot(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /**
   * Makes the slot where headquarters names a recovery key and there is none for it yet, or one
   * that opens less than this officer can, or one whose code was typed in. Takes one derivation of
   * a key then, and nothing else. Where the power went meanwhile, the rest is done here as well.
   */
  public void keep() {
    if (station.state().flag("isHeadquarters")) {
      return;
    }
    Optional<AgeRecipient> recipient = recipient();
    if (recipient.filter(this::isWanting).isPresent()) {
      make(recipient.get());
      return;
    }
    if (isSpent()) {
      forget();
    }
    removeOthers();
    writeFile();
  }

  private boolean isWanting(AgeRecipient recipient) {
    return !isInPlace()
        || isSpent()
        || !station.state().text(FOR).equals(Optional.of(meant(recipient))) && !hasMore(recipient);
  }

  /**
   * What the state says once a slot was opened: where it was the agency's, its code was read out
   * and typed in, and from the next unlock on another one opens this laptop.
   */
  public static Map<String, Value> opened(KeyFile keyFile, Unlocking.Opened opened) {
    return keyFile.slots(opened.keys()).stream()
            .anyMatch(s -> s.id().equals(opened.slot()) && s.kind() == SlotKind.AGENCY)
        ? Map.of(SPENT, Value.text(opened.slot()))
        : Map.of();
  }

  private boolean isSpent() {
    return station.state().text(SPENT).isPresent();
  }

  /** Headquarters names no recovery key any more to which another code could be sealed. */
  private void forget() {
    Map<String, Value> none = new LinkedHashMap<>();
    List.of(SLOT, FOR, SEALED, SPENT).forEach(k -> none.put(k, Value.Nothing.HERE));
    station.state().set(none);
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
    return station.state().text(RECIPIENT).filter(r -> !r.isEmpty()).map(AgeRecipient::new);
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
      Map<String, Value> state = new LinkedHashMap<>();
      state.put(SLOT, Value.text(slot.id()));
      state.put(FOR, Value.text(meant(agency)));
      state.put(SEALED, Value.text(Base64.getEncoder().encodeToString(sealed)));
      state.put(SPENT, Value.Nothing.HERE);
      // Known before it is there: where the power goes in between it is made again, and only this
      // one stays.
      station.state().set(state);
      slot.keep(station.keys());
      removeOthers();
      writeFile();
      OlderFiles.keyFileWritten(station);
      audit.note(AuditEntry.Act.ENROLLED, "agency recovery");
    } finally {
      Arrays.fill(phrase, '\0');
    }
  }

  /** Whatever slot of the agency's is not the one that is known opens nothing any more. */
  private void removeOthers() {
    Optional<String> known = station.state().text(SLOT);
    boolean removed = false;
    for (KeyFile.Slot s : station.keyFile().slots(station.keys())) {
      if (s.kind() == SlotKind.AGENCY && !known.equals(Optional.of(s.id()))) {
        station.keyFile().removeSlot(s.id(), station.keys());
        removed = true;
      }
    }
    if (removed) {
      OlderFiles.keyFileWritten(station);
    }
  }

  /**
   * Writes beside the key file what the state holds, where something else is there. Nobody is kept
   * out by a disk that does not take it: the code goes with every report, and the next unlock tries
   * again.
   */
  private void writeFile() {
    Optional<byte[]> sealed = station.state().text(SEALED).map(Base64.getDecoder()::decode);
    try {
      if (sealed.isEmpty()) {
        Files.deleteIfExists(file());
      } else if (!Files.exists(file())
          || !Arrays.equals(Files.readAllBytes(file()), sealed.get())) {
        DurableFile.replace(Disk.real(), file(), sealed.get());
      }
    } catch (IOException e) {
      station.tools().faults().note(e);
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
