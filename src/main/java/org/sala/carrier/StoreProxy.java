package org.sala.carrier;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy that leads to a store.
 *
 * @param at {@code http://host:port}
 * @param key user and password (RFC 7617, Basic), where it asks for them; they go to the proxy in
 *     the clear, as HTTP has it, and never to the store
 */
public record StoreProxy(URI at, Optional<StoreKey> key) {
  public StoreProxy {
    String scheme = at.getScheme() == null ? "" : at.getScheme().toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("https") || scheme.equals("http");
    boolean bare = at.getRawUserInfo() == null && at.getRawQuery() == null;
    String path = at.getRawPath() == null ? "" : at.getRawPath();
    if (!http || at.getHost() == null || at.getPort() < 0 || !bare || path.length() > 1) {
      throw new IllegalArgumentException("not a proxy");
    }
    // What separates the two in the header cannot stand in the first.
    if (key.filter(k -> k.id().contains(":")).isPresent()) {
      throw new IllegalArgumentException("not a user of a proxy");
    }
  }
}
