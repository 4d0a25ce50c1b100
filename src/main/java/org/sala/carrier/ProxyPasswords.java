package org.sala.carrier;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What proxies are told on the way to a store over HTTPS. The JDK asks one object for the whole
 * program, and asks it only where a property lets it: both are set here, for the proxies of stores
 * that were opened and for nobody else. A server that asks is told nothing.
 */
final class ProxyPasswords extends Authenticator {
  private static final ProxyPasswords ALL = new ProxyPasswords();

  static {
    // Basic is switched off for tunnels by default; read once, when the first connection is made.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    Authenticator.setDefault(ALL);
  }

  private final Map<String, StoreKey> known = new ConcurrentHashMap<>();

  private ProxyPasswords() {}

  /** Makes what is known of a proxy what an officer has written of it last. */
  static void know(StoreProxy proxy) {
    String at = at(proxy.at().getHost(), proxy.at().getPort());
    proxy.key().ifPresentOrElse(k -> ALL.known.put(at, k), () -> ALL.known.remove(at));
  }

  private static String at(@Nullable String host, int port) {
    return String.valueOf(host).toLowerCase(Locale.ROOT) + ":" + port;
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    return getRequestorType() == RequestorType.PROXY
        ? Optional.ofNullable(known.get(at(getRequestingHost(), getRequestingPort())))
            .map(k -> new PasswordAuthentication(k.id(), k.secret().toCharArray()))
            .orElse(null)
        : null;
  }
}
