package org.sala.vault;

import java.security.MessageDigest;
import java.util.Arrays;
import org.sala.crypto.Secret;

/**
 * The end of a slab's entry: a MAC under a key that every officer has, so that whoever opens the
 * workspace can tell a whole entry from a spoiled one, also of a compartment that is not theirs.
 */
final class EntryMark implements AutoCloseable {
  static final int MAC = 16;

  private final Secret key;
  private final int body;

  /**
   * @param body bytes before the MAC; zeros follow it
   */
  EntryMark(Secret key, int body) {
    this.key = key;
    this.body = body;
  }

  byte[] put(byte[] entry) {
    System.arraycopy(mac(entry), 0, entry, body, MAC);
    return entry;
  }

  boolean whole(byte[] entry) {
    return MessageDigest.isEqual(mac(entry), Arrays.copyOfRange(entry, body, body + MAC))
        && Arrays.equals(
            Arrays.copyOfRange(entry, body + MAC, entry.length),
            new byte[entry.length - body - MAC]);
  }

  private byte[] mac(byte[] entry) {
    return Arrays.copyOf(key.mac(Arrays.copyOf(entry, body)), MAC);
  }

  @Override
  public void close() {
    key.close();
  }
}
