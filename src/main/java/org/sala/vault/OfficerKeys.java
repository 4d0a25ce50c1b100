package org.sala.vault;

import org.sala.crypto.AgeIdentity;
import org.sala.crypto.SigningKey;

/** An officer's own private keys: only this officer's passphrase opens them. */
public record OfficerKeys(SigningKey signing, AgeIdentity receiving) {
  @Override
  public String toString() {
    return "OfficerKeys";
  }
}
