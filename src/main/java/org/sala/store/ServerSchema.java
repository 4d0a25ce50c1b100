package org.sala.store;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables on a server that stay: the journal's. They are made, and brought to a newer version,
 * by the database's owner and by nobody who works with it.
 */
public final class ServerSchema {
  /** The schema in which the tables lie. */
  static final String NAME = "sala";

  private ServerSchema() {}

  /**
   * Makes what is not there yet; anything else stays as it is.
   *
   * @param owner a login that is a member of {@code sala_owner} ({@code docs/server.md})
   * @throws StoreFault {@code AWAY} when the server cannot be reached, {@code QUERY} when it
   *     refuses
   */
  public static void make(ServerAddress owner) {
    try (ServerPool pool =
        ServerPool.to(owner, "schema", NAME, Optional.of("set role sala_owner"))) {
      Flyway.configure()
          .dataSource(pool.source())
          .schemas(NAME)
          .defaultSchema(NAME)
          .table("made")
          .locations("classpath:org/sala/store/server")
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreFault(StoreFault.Code.QUERY, "the server refused to make the tables");
    }
  }
}
