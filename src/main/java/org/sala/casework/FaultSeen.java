package org.sala.casework;

import java.util.Optional;
import org.sala.carrier.CarrierFault;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.journal.JournalFault;
import org.sala.store.StoreFault;
import org.sala.vault.VaultFault;

/**
 * What a fault from below means to whoever works here: a question asks the view itself, and the
 * view's own faults know neither officers nor what they can do next.
 */
public final class FaultSeen {
  private FaultSeen() {}

  /** The fault in this package's words; empty where it is one that nobody expected. */
  public static Optional<CaseworkFault> in(Exception e) {
    return switch (e) {
      case CaseworkFault f -> Optional.of(f);
      case JournalFault f -> Optional.of(Faults.of(f));
      case VaultFault f -> Optional.of(Faults.of(f));
      case CarrierFault f ->
          switch (f.why()) {
            case AWAY, OTHER_STICK -> Optional.of(new CaseworkFault(CaseworkFault.Code.AWAY, f));
            case FULL -> Optional.of(new CaseworkFault(CaseworkFault.Code.NO_SPACE, f));
            case TOO_LARGE -> Optional.of(new CaseworkFault(CaseworkFault.Code.NO_LARGE_FILES, f));
            case HERE -> Optional.of(new CaseworkFault(CaseworkFault.Code.DISK_FULL, f));
            case DENIED, PROXY, UNTRUSTED, TAKEN, SPOILED, REFUSED -> Optional.empty();
          };
      case StoreFault f ->
          switch (f.code()) {
            case AWAY -> Optional.of(new CaseworkFault(CaseworkFault.Code.SERVER_AWAY, f));
            case NOT_FOLLOWED -> Optional.of(new CaseworkFault(CaseworkFault.Code.NOT_SHOWN, f));
            case DISK_FULL -> Optional.of(new CaseworkFault(CaseworkFault.Code.DISK_FULL, f));
            case DAMAGED, DISK, CLOSED, REFUSED, QUERY -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }
}
