package org.sala.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.Fingerprint;
import org.sala.domain.Value;
import org.sala.vault.RestoredFolder;
import org.sala.vault.VaultFault;

/**
 * How another machine comes to a headquarters on a server: as a folder with the keys, sealed under
 * its officer's passphrase, that is carried there by hand. The server never sees a key.
 */
public final class Invitations {
  private static final String MACHINES = "machines";

  private final Station station;
  private final Officers officers;
  private final Headquarters headquarters;

  Invitations(Station station, Officers officers, Headquarters headquarters) {
    this.station = station;
    this.officers = officers;
    this.headquarters = headquarters;
  }

  /**
   * Who works at the other machine; types handle and passphrase here.
   *
   * @param login as whom that machine enters at the server
   */
  public record Guest(
      String name, String handle, char[] passphrase, String number, ServerLogin login) {
    @Override
    public String toString() {
      return "Guest";
    }
  }

  /**
   * Makes the folder for the other machine. It knows how far the journal is, so that nothing older
   * is passed off on it, and opens with the slots of this machine's officers as well, who may have
   * to sign there as the second.
   *
   * @param to a folder that is not there, or empty
   * @return whether the officer is certified; otherwise a second officer has to approve it first
   * @throws CaseworkFault {@code NOT_FOUND} where this headquarters lies on no server, {@code
   *     TAKEN} where there is something in the folder
   */
  public boolean invite(Guest guest, Path to) {
    if (station.state().sharing().isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    try {
      if (!RestoredFolder.isFree(to)) {
        throw new CaseworkFault(CaseworkFault.Code.TAKEN);
      }
      Fingerprint key = officers.add(guest.name(), guest.handle(), guest.passphrase());
      boolean certified = certified(key, guest.number());
      RestoredFolder folder = RestoredFolder.begin(to, station.keyFile().image(station.keys()));
      StationState made =
          StationState.beside(
              station.state(),
              StationState.file(folder.folder(), station.keys(), station.tools().random()),
              station.ids().incarnation(),
              own());
      guest.login().remember(made);
      folder.finish();
      return certified;
    } catch (VaultFault e) {
      throw Faults.of(e);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private boolean certified(Fingerprint key, String number) {
    if (!headquarters.isHeadquarters() || number.isBlank()) {
      return false;
    }
    try {
      headquarters.certify(key, number);
      return true;
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.SAME_OFFICER) {
        throw e;
      }
      return false;
    }
  }

  /** What the other machine has for itself; numbers of its cases begin with a prefix of its own. */
  private Map<String, Value> own() {
    long[] machine = new long[1];
    station
        .state()
        .change(
            () -> {
              machine[0] = Math.max(1, station.state().whole(MACHINES)) + 1;
              return Map.of(MACHINES, Value.whole(machine[0]));
            });
    byte[] viewKey = new byte[32];
    station.tools().random().nextBytes(viewKey);
    Map<String, Value> own = new LinkedHashMap<>(officers.slots().forAnotherMachine());
    own.put("casePrefix", Value.text("HQ" + machine[0]));
    own.put("viewKey", Value.text(HexFormat.of().formatHex(viewKey)));
    own.put("keyFileWritten", Value.whole(station.keyFile().generation(station.keys())));
    own.put("journalRead", Value.text(station.journal().checkpoint().text()));
    own.put(StationState.CLOCK, station.now().toValue());
    return own;
  }
}
