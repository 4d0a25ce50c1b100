package org.sala.casework;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sala.casework.station.StationState;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.journal.Committed;

/**
 * Reads a whole journal and holds every change to its author's signature, with the keys that
 * officers wrote down when they began.
 */
final class Authors implements Consumer<List<Committed>> {
  private final StationState state;
  private final Map<String, VerifyingKey> keys = new HashMap<>();
  private long unknown;
  private long lastNumber;

  Authors(StationState state) {
    this.state = state;
  }

  /** Thrown at a change whose signature is not its author's. */
  static final class WrongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long sequence;

    WrongException(long sequence) {
      super("a signature is not its author's");
      this.sequence = sequence;
    }

    long sequence() {
      return sequence;
    }
  }

  @Override
  public void accept(List<Committed> run) {
    for (Committed c : run) {
      Change change = c.change();
      change.revisions().forEach(this::learn);
      ChangeHeader header = change.header();
      if (header.station().equals(state.station())
          && header.incarnation().equals(state.incarnation())
          && Bounds.isNumber(header.number())) {
        lastNumber = Math.max(lastNumber, header.number());
      }
      VerifyingKey author = keys.get(header.author().hex());
      if (author == null) {
        unknown++;
      } else if (!author.verify(header.bytes(), change.signature())) {
        throw new WrongException(c.sequence());
      }
    }
  }

  /**
   * Whoever writes down a key writes its fingerprint, and a key is believed under its own alone.
   */
  private void learn(Revision revision) {
    if (revision.kind().equals(Kinds.OFFICER.key())) {
      revision
          .fields()
          .getOrDefault("publicKey", Value.Nothing.HERE)
          .asText()
          .ifPresent(
              text -> {
                try {
                  VerifyingKey key = VerifyingKey.ofSpki(Base64.getDecoder().decode(text));
                  keys.put(key.fingerprint(), key);
                } catch (CryptoFault | IllegalArgumentException e) {
                  // No key at all: what its author signed is counted as not checked.
                  return;
                }
              });
    }
  }

  /** Changes by authors whose keys were not met before them. */
  long unknown() {
    return unknown;
  }

  /** The number of the last change that was written here. */
  long lastNumber() {
    return lastNumber;
  }
}
