package org.sala.casework.station;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Value;
import org.sala.vault.Settings;
import org.sala.vault.VaultFault;

/**
 * How an officer likes the program to be: language, look, zoom, columns. Encrypted, one file an
 * officer, and nothing of it case data.
 */
public final class Preferences {
  private final Settings settings;
  private final Map<String, Value> known;

  public Preferences(Settings settings) {
    this.settings = settings;
    this.known = new LinkedHashMap<>(settings.read().parts());
  }

  /** Whether what this officer had set was spoiled, and is set anew from now on. */
  public boolean isSpoiled() {
    return settings.isSpoiled();
  }

  public synchronized Optional<Value> value(String key) {
    return Optional.ofNullable(known.get(key));
  }

  public Optional<String> text(String key) {
    return value(key).flatMap(Value::asText);
  }

  /**
   * Keeps a preference; the same one again costs nothing. One that the disk does not take holds
   * until the lock: nobody's work, and no lock, fails for a column's width.
   */
  public synchronized void set(String key, Value value) {
    if (!value.equals(known.get(key))) {
      known.put(key, value);
      try {
        settings.write(new Value.Parts(known));
      } catch (VaultFault e) {
        // It goes with the next one that can be written.
        return;
      }
    }
  }

  public void close() {
    settings.close();
  }
}
