package org.sala.carrier;

/** What opens a store; kept sealed, and never in a log. */
public record StoreKey(String id, String secret) {
  public StoreKey {
    if (id.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("not a key");
    }
  }

  @Override
  public String toString() {
    return "StoreKey";
  }
}
