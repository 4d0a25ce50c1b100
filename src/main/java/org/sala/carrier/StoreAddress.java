package org.sala.carrier;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an S3-compatible store is and how it is reached.
 *
 * @param endpoint {@code https://host[:port]}, or http in a network of one's own
 * @param prefix before every name, empty or ending in a slash
 * @param pathStyle the bucket stands in the path and not in the host's name
 * @param proxy that leads there
 * @param authority certificates in PEM; where they are given, the store's has to come from one of
 *     them and those of the machine do not count
 * @param bytesPerSecond what is used of the line at most, either way; 0 is all of it
 * @param lockedUntil until then the store lets nobody delete or replace what is sent now (S3 Object
 *     Lock, compliance mode); the bucket has to be made for it
 */
public record StoreAddress(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    Optional<StoreProxy> proxy,
    Optional<String> authority,
    long bytesPerSecond,
    Optional<Instant> lockedUntil) {
  public StoreAddress {
    if (!isHttp(endpoint) || endpoint.getRawUserInfo() != null || hasPath(endpoint)) {
      throw new IllegalArgumentException("not an endpoint");
    }
    if (!region.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("not a region");
    }
    if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException("not a bucket");
    }
    if (!prefix.isEmpty() && !prefix.matches("([A-Za-z0-9_-]{1,100}/){1,5}")) {
      throw new IllegalArgumentException("not a prefix");
    }
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("not a rate");
    }
  }

  /** One that locks nothing. */
  public StoreAddress(
      URI endpoint,
      String region,
      String bucket,
      String prefix,
      boolean pathStyle,
      Optional<StoreProxy> proxy,
      Optional<String> authority,
      long bytesPerSecond) {
    this(
        endpoint,
        region,
        bucket,
        prefix,
        pathStyle,
        proxy,
        authority,
        bytesPerSecond,
        Optional.empty());
  }

  private static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
  }

  private static boolean hasPath(URI uri) {
    String path = uri.getRawPath();
    return (path != null && !path.isEmpty() && !path.equals("/"))
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null;
  }

  /** Whether nobody on the way sees names and sizes. */
  public boolean isEncrypted() {
    return "https".equalsIgnoreCase(endpoint.getScheme());
  }
}
