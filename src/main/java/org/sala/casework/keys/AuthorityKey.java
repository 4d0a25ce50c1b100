package org.sala.casework.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.vault.Guesses;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceKeys;

/**
 * The authority's signing key in a folder of its own, under its own passphrase: made once, carried
 * to a safe, and brought back only to renew its list. It is a key file whose one slot holds the
 * key. Wrong passphrases count with those of the workspace at which they are tried: the stick goes
 * back into its safe, and may be one that cannot be written.
 */
@BehindTheDesk
public final class AuthorityKey {
  private static final String HANDLE = "authority";

  private final KeyFile file;
  private final Path folder;
  private final Station station;

  /**
   * The key in a folder.
   *
   * @param station where it is used
   */
  public AuthorityKey(Path folder, Station station) {
    this.folder = folder;
    this.station = station;
    this.file =
        new KeyFile(folder, new PassphraseKdf(station.tools().policy()), station.tools().random());
  }

  /** Whether a key lies there, whatever its passphrase is. */
  public boolean exists() {
    return file.exists();
  }

  /**
   * Puts the key into its folder, which has to be there: made here, the place of a stick that is
   * not in would lie on this laptop's own disk, and the key with it.
   *
   * @throws CaseworkFault {@code AWAY} where the folder is not there, {@code ALREADY_DONE} where it
   *     holds a key
   */
  public void keep(SigningKey key, char[] passphrase) {
    if (!Files.isDirectory(folder)) {
      throw new CaseworkFault(CaseworkFault.Code.AWAY);
    }
    if (file.exists()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    try (WorkspaceKeys none =
        new WorkspaceKeys(Secret.random(station.tools().random()), Map.of(), Map.of())) {
      file.create(
          station.tools().newWorkspaces().get(),
          HANDLE,
          passphrase,
          none,
          Optional.of(new OfficerKeys(key, AgeIdentity.generate())));
    }
  }

  /** Empty when the passphrase is wrong. */
  public Optional<SigningKey> open(char[] passphrase) {
    if (!file.exists()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return switch (file.unlock(HANDLE, passphrase)) {
      case Unlocking.Opened o -> {
        guesses().right(HANDLE);
        o.keys().close();
        yield o.officer().map(OfficerKeys::signing);
      }
      case Unlocking.WrongPassphrase w -> {
        guesses().wrong(HANDLE, station.clock().instant());
        yield Optional.empty();
      }
      case Unlocking.KeyFileDamaged d -> throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      case Unlocking.KeyFileTooNew t -> throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    };
  }

  private Guesses guesses() {
    return new Guesses(station.folder().root());
  }
}
