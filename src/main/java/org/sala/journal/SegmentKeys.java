package org.sala.journal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;

/**
 * The keys of one segment: its own for headers, commits and audit, and one for each scope's
 * compartment by HKDF(scope key, segment salt). Within a segment the frame's sequence is the nonce,
 * so none is used twice under a key; a segment is never appended to after it was closed.
 *
 * <p>Thread-safe. All are wiped when it is closed, and one that is remembered no more as soon as
 * nobody works with it.
 */
final class SegmentKeys implements AutoCloseable {
  // Deriving one anew takes microseconds; a journal has a segment for every 64 MiB.
  private static final int REMEMBERED = 256;

  private final byte[] salt;
  private final Aead own;
  private final ScopeKeyring keyring;
  private final Map<ScopeKeyring.Wanted, Lent> scopes =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScopeKeyring.Wanted, Lent> eldest) {
          if (size() <= REMEMBERED) {
            return false;
          }
          eldest.getValue().forget();
          return true;
        }
      };
  private boolean closed;

  /** A key that others may be working with; counted by whoever holds the lock. */
  private static final class Lent {
    private final Aead aead;
    private int users;
    private boolean forgotten;

    Lent(Aead aead) {
      this.aead = aead;
    }

    void give() {
      users++;
    }

    void back() {
      users--;
      wipe();
    }

    void forget() {
      forgotten = true;
      wipe();
    }

    private void wipe() {
      if (forgotten && users == 0) {
        aead.close();
      }
    }
  }

  SegmentKeys(SegmentHeader header, Secret workspace, ScopeKeyring keyring) {
    this.salt = header.salt();
    this.keyring = keyring;
    try (Secret key = header.key(workspace)) {
      this.own = new Aead(key);
    }
  }

  /** Seals what is the journal's own. */
  byte[] seal(byte[] nonce, byte[] aad, byte[] plain) {
    return own().seal(nonce, aad, plain);
  }

  byte[] open(byte[] nonce, byte[] aad, byte[] sealed) throws NotAuthenticException {
    return own().open(nonce, aad, sealed);
  }

  private synchronized Aead own() {
    beOpen();
    return own;
  }

  /** Seals what is a scope's; empty where its key is not held. */
  Optional<byte[]> seal(ScopeKeyring.Wanted scope, byte[] nonce, byte[] aad, byte[] plain) {
    Optional<Lent> key = lend(scope);
    try {
      return key.map(k -> k.aead.seal(nonce, aad, plain));
    } finally {
      key.ifPresent(this::back);
    }
  }

  /** Opens what is a scope's; empty where its key is not held. */
  Optional<byte[]> open(ScopeKeyring.Wanted scope, byte[] nonce, byte[] aad, byte[] sealed)
      throws NotAuthenticException {
    Optional<Lent> key = lend(scope);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(key.get().aead.open(nonce, aad, sealed));
    } finally {
      back(key.get());
    }
  }

  private synchronized Optional<Lent> lend(ScopeKeyring.Wanted wanted) {
    beOpen();
    Lent known = scopes.get(wanted);
    if (known != null) {
      known.give();
      return Optional.of(known);
    }
    Optional<Secret> found = keyring.find(wanted.scope(), wanted.compartment());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (Secret scopeKey = found.get();
        Secret key = scopeKey.derive(salt, "sala journal scope v1")) {
      Lent made = new Lent(Aead.seldom(key));
      made.give();
      scopes.put(wanted, made);
      return Optional.of(made);
    }
  }

  private synchronized void back(Lent key) {
    key.back();
  }

  private void beOpen() {
    if (closed) {
      throw new JournalFault(JournalFault.Code.CLOSED, "its keys are wiped");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    own.close();
    scopes.values().forEach(Lent::forget);
    scopes.clear();
  }

  static byte[] nonce(long sequence) {
    return ByteBuffer.allocate(Aead.NONCE).putInt(0).putLong(sequence).array();
  }
}
