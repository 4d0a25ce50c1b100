package org.sala.crypto;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signatures of issuers that were found good by this program, by a digest over key, content and
 * signature: every package asks for each officer's certificate and each list again, and the answer
 * cannot change. What was found bad is worked out anew. The longest unasked is forgotten first.
 */
final class FoundGood {
  private static final int MOST = 4_096;

  private final Map<Digest, Boolean> found =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** SHA-256: four numbers, so that two are equal by what is in them. */
  record Digest(long a, long b, long c, long d) {
    /** Each part with its length before it, so that no byte counts for another part. */
    static Digest of(byte[] key, byte[] content, byte[] signature) {
      ByteBuffer all =
          ByteBuffer.allocate(12 + key.length + content.length + signature.length)
              .putInt(key.length)
              .put(key)
              .putInt(content.length)
              .put(content)
              .putInt(signature.length)
              .put(signature);
      ByteBuffer sum = ByteBuffer.wrap(Sha256.of(all.array()));
      return new Digest(sum.getLong(), sum.getLong(), sum.getLong(), sum.getLong());
    }
  }

  synchronized boolean has(Digest signature) {
    return found.getOrDefault(signature, false);
  }

  synchronized void add(Digest signature) {
    found.put(signature, true);
  }

  synchronized int size() {
    return found.size();
  }
}
