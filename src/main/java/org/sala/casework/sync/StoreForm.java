package org.sala.casework.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sala.carrier.StoreAddress;
import org.sala.carrier.StoreKey;
import org.sala.carrier.StoreProxy;

/**
 * What an officer types of an object store.
 *
 * @param proxy empty where the line leads there directly
 * @param authority certificates in PEM, empty where the machine's count
 * @param bytesPerSecond 0 for all that the line gives
 * @param proxyUser empty where the proxy asks for nobody
 * @param lockedDays so long the store lets nobody delete what was sent; 0 asks for nothing
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
    String secret,
    String proxyUser,
    String proxySecret,
    int lockedDays) {
  /** How many days a lock may be at most: nothing takes it back. */
  private static final int LONGEST_LOCK = 3650;

  public StoreForm {
    if (lockedDays < 0 || lockedDays > LONGEST_LOCK) {
      throw new IllegalArgumentException("not a number of days");
    }
  }

  /** One whose proxy asks for nobody, and that locks nothing. */
  public StoreForm(
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
    this(
        endpoint,
        region,
        bucket,
        prefix,
        pathStyle,
        proxy,
        authority,
        bytesPerSecond,
        keyId,
        secret,
        "",
        "",
        0);
  }

  /** Whether a store can be asked by it at all. */
  public boolean isComplete() {
    try {
      address(Instant.EPOCH);
      key();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * @param now the days of a lock are counted from
   */
  StoreAddress address(Instant now) {
    return new StoreAddress(
        uri(endpoint),
        region.isBlank() ? "us-east-1" : region.strip(),
        bucket.strip(),
        prefix.isBlank() || prefix.strip().endsWith("/") ? prefix.strip() : prefix.strip() + "/",
        pathStyle,
        proxy.isBlank() ? Optional.empty() : Optional.of(new StoreProxy(uri(proxy), proxyKey())),
        Optional.of(authority).filter(a -> !a.isBlank()),
        bytesPerSecond,
        lockedDays == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(lockedDays))));
  }

  private Optional<StoreKey> proxyKey() {
    return proxyUser.isBlank()
        ? Optional.empty()
        : Optional.of(new StoreKey(proxyUser.strip(), proxySecret.strip()));
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
