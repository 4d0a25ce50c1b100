package org.sala.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where a database server is, and as whom to speak to it. Over a network only with TLS and a
 * checked name: names of people go over this line.
 *
 * @param url {@code jdbc:postgresql://host:port/database?parameters}, without user and password
 * @param user the role to log in as
 * @param password its password; may be empty where the server knows the role by other means
 */
public record ServerAddress(String url, String user, char[] password) {
  private static final String SCHEME = "jdbc:postgresql://";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * What may be said beside the place; the driver knows many more, and some load code or turn off
   * what is checked.
   */
  private static final Set<String> PARAMETERS =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "ApplicationName");

  /**
   * Takes an address that is safe to use.
   *
   * @throws IllegalArgumentException says in its message what is wrong with the address
   */
  public ServerAddress {
    password = password.clone();
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("the address begins with " + SCHEME);
    }
    URI uri;
    try {
      uri = new URI(url.substring("jdbc:".length()));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the address cannot be read", e);
    }
    if (uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("the address names one host and a database");
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException("user and password do not belong into the address");
    }
    Map<String, String> parameters = parameters(uri);
    if (!HERE.contains(uri.getHost()) && !"verify-full".equals(parameters.get("sslmode"))) {
      throw new IllegalArgumentException(
          "over a network the address needs sslmode=verify-full and sslrootcert");
    }
  }

  private static Map<String, String> parameters(URI uri) {
    Map<String, String> parameters = new HashMap<>();
    String query = uri.getRawQuery();
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        if (!PARAMETERS.contains(name)) {
          throw new IllegalArgumentException("the address may not say " + name);
        }
        if (parameters.put(name, parameter.substring(equals + 1)) != null) {
          throw new IllegalArgumentException("the address says " + name + " twice");
        }
      }
    }
    return parameters;
  }

  @Override
  public char[] password() {
    return password.clone();
  }

  @Override
  public String toString() {
    return "ServerAddress";
  }
}
