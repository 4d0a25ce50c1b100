package org.sala.casework.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.sala.carrier.StoreAddress;
import org.sala.carrier.StoreKey;

/**
 * What an officer types of an object store.
 *
 * @param proxy empty where the line leads there directly
 * @param authority certificates in PEM, empty where the machine's count
 * @param bytesPerSecond 0 for all that the line gives
 */
public record StoreForm(
    String endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    String proxy,
    String authority,
    long bytesPerSecond,
    String keyId,
    String secret) {

  /** Whether a store can be asked by it at all. */
  public boolean isComplete() {
    try {
      address();
      key();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  StoreAddress address() {
    return new StoreAddress(
        uri(endpoint),
        region.isBlank() ? "us-east-1" : region.strip(),
        bucket.strip(),
        prefix.isBlank() || prefix.strip().endsWith("/") ? prefix.strip() : prefix.strip() + "/",
        pathStyle,
        proxy.isBlank() ? Optional.empty() : Optional.of(uri(proxy)),
        Optional.of(authority).filter(a -> !a.isBlank()),
        bytesPerSecond);
  }

  StoreKey key() {
    return new StoreKey(keyId.strip(), secret.strip());
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "StoreForm";
  }
}
