package org.sala.journal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Aead;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * The keys of one segment: its own for headers, commits and audit, and one for each scope's
 * compartment by HKDF(scope key, segment salt). Within a segment the frame's sequence is the nonce,
 * so none is used twice under a key; a segment is never appended to after it was closed.
 */
final class SegmentKeys {
  // Deriving one anew takes microseconds; a journal has a segment for every 64 MiB.
  private static final int REMEMBERED = 256;

  private final byte[] salt;
  private final Aead own;
  private final ScopeKeyring keyring;
  private final Map<ScopeKeyring.Wanted, Aead> scopes =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScopeKeyring.Wanted, Aead> eldest) {
          return size() > REMEMBERED;
        }
      };

  SegmentKeys(SegmentHeader header, Secret workspace, ScopeKeyring keyring) {
    this.salt = header.salt();
    this.keyring = keyring;
    try (Secret key = header.key(workspace)) {
      this.own = new Aead(key);
    }
  }

  Aead own() {
    return own;
  }

  synchronized Optional<Aead> scope(ScopeId scope, Compartment compartment) {
    ScopeKeyring.Wanted wanted = new ScopeKeyring.Wanted(scope, compartment);
    Aead known = scopes.get(wanted);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Secret> found = keyring.find(scope, compartment);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (Secret scopeKey = found.get();
        Secret key = scopeKey.derive(salt, "sala journal scope v1")) {
      Aead aead = Aead.seldom(key);
      scopes.put(wanted, aead);
      return Optional.of(aead);
    }
  }

  static byte[] nonce(long sequence) {
    return ByteBuffer.allocate(Aead.NONCE).putInt(0).putLong(sequence).array();
  }
}
