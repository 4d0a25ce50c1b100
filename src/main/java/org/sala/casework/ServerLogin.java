package org.sala.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.StationState;
import org.sala.domain.Value;
import org.sala.store.ServerAddress;

/**
 * Where a headquarters lies that many work at, and as whom this machine enters there. Kept in the
 * workspace's sealed state, so that it is given once.
 *
 * @param url {@code jdbc:postgresql://host/database?parameters}, without user and password
 * @param user the server's name for who enters; empty for the one of before
 * @param password theirs; empty for the one of before
 */
public record ServerLogin(String url, Optional<String> user, Optional<char[]> password) {
  private static final String URL = "server.url";
  private static final String USER = "server.user";
  private static final String PASSWORD = "server.password";

  /**
   * Takes an address that is safe to use.
   *
   * @throws IllegalArgumentException says in its message what is wrong with the address
   */
  public ServerLogin {
    if (!new ServerAddress(url, user.orElse(""), new char[0]).url().equals(url)) {
      throw new IllegalArgumentException("another address");
    }
  }

  /** Where a workspace was told to go; empty where it lies in its own folder. */
  static Optional<ServerLogin> of(StationState state) {
    return state
        .text(URL)
        .map(
            url ->
                new ServerLogin(
                    url, state.text(USER), state.text(PASSWORD).map(String::toCharArray)));
  }

  /** Returns host and database, as somebody would say them. */
  String where() {
    String place = url.substring(url.indexOf("//") + 2);
    int parameters = place.indexOf('?');
    return parameters < 0 ? place : place.substring(0, parameters);
  }

  /** Returns the login as it stands in the state. */
  Map<String, Value> parts() {
    Map<String, Value> kept = new LinkedHashMap<>();
    kept.put(URL, Value.text(url));
    user.ifPresent(u -> kept.put(USER, Value.text(u)));
    password.ifPresent(p -> kept.put(PASSWORD, Value.text(new String(p))));
    return kept;
  }

  /** Remembers the login, where the workspace goes from now on. */
  void remember(StationState state) {
    Map<String, Value> kept = parts();
    boolean same =
        kept.entrySet().stream()
            .allMatch(e -> e.getValue().asText().equals(state.text(e.getKey())));
    if (!same) {
      state.setHere(kept);
    }
  }

  /** Returns the address as the store knows it. */
  ServerAddress address() {
    return new ServerAddress(url, user.orElse(""), password.orElseGet(() -> new char[0]));
  }

  @Override
  public String toString() {
    return "ServerLogin";
  }
}
