package org.sala.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.SigningKey;
import org.sala.domain.Value;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceFolder;

/**
 * A workspace opened by its recovery sheet. The sheet gives back the work, never a signing key: a
 * new officer is made, and headquarters enrols that officer anew.
 */
public final class Recovery {
  private final Workplace workplace;
  private final WorkspaceFolder folder;
  private final KeyFile keyFile;
  private final Unlocking.Opened opened;

  Recovery(Workplace workplace, WorkspaceFolder folder, KeyFile keyFile, Unlocking.Opened opened) {
    this.workplace = workplace;
    this.folder = folder;
    this.keyFile = keyFile;
    this.opened = opened;
  }

  /** Makes a new officer with a passphrase of their own and enters. */
  public Workplace.Entry enter(
      String name, String handle, char[] passphrase, java.security.SecureRandom random) {
    OfficerKeys officer = new OfficerKeys(SigningKey.generate(random), AgeIdentity.generate());
    KeyFile.Coming slot = keyFile.prepare(handle, passphrase, opened.keys(), Optional.of(officer));
    // Known before the slot is there: it opens the workspace from then on, whatever comes next.
    Optional<StationState> state =
        Entrance.orNothing(
            () -> StationState.read(StationState.file(folder.root(), opened.keys(), random)));
    if (state.isEmpty()) {
      return new Workplace.Entry.StateDamaged();
    }
    Map<String, Value> coming = new LinkedHashMap<>();
    coming.put(Officers.COMING, Officers.coming(slot.id(), name, officer.signing()));
    coming.putAll(Adoptions.cameBySheet(officer.signing()));
    coming.putAll(AgencySlot.opened(keyFile, opened));
    state.get().set(coming);
    slot.keep(opened.keys());
    Unlocking again = keyFile.unlock(handle, passphrase);
    if (!(again instanceof Unlocking.Opened reopened)) {
      throw new CaseworkFault(CaseworkFault.Code.IO);
    }
    Workplace.Entry entry = workplace.open(folder, keyFile, reopened, officer);
    if (entry instanceof Workplace.Entry.Entered) {
      // Those of the new slot are what is worked with.
      opened.keys().close();
    }
    return entry;
  }

  /** Leaves without an officer. */
  public void leave() {
    opened.keys().close();
    folder.close();
  }
}
