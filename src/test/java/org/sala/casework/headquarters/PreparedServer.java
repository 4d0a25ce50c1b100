package org.sala.casework.headquarters;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Invitations;
import org.sala.casework.ServerLogin;
import org.sala.casework.ServerPlace;
import org.sala.casework.Workplace;
import org.sala.store.ServerAddress;
import org.sala.store.TestServer;
import org.sala.store.ViewFile;

/** An empty database with its tables, its logins, and the desks that are open on it. */
public final class PreparedServer implements AutoCloseable {
  private final ServerAddress database = TestServer.database();
  private final List<Desk> open = new ArrayList<>();

  public PreparedServer() {
    ServerPlace.prepare(login("owner", "sala_owner"));
  }

  public ServerAddress database() {
    return database;
  }

  public ServerLogin login(String name, String... roles) {
    ServerAddress made = TestServer.login(database, name, roles);
    return new ServerLogin(made.url(), Optional.of(made.user()), Optional.of(made.password()));
  }

  /** Nobody with that login comes in any more, and whoever was in is out. */
  public void shutOut(ServerLogin login) {
    TestServer.say(database, "alter role " + login.user().orElseThrow() + " nologin");
    TestServer.endAllConnections(database);
  }

  public void letIn(ServerLogin login) {
    TestServer.say(database, "alter role " + login.user().orElseThrow() + " login");
  }

  /** Nobody brings the view on before the connection that comes back is closed. */
  public Connection held() throws SQLException {
    TestServer.say(
        database,
        "create function hold() returns trigger language plpgsql as $$ begin"
            + " perform pg_advisory_xact_lock_shared(4711); return new; end $$",
        "create trigger hold before update on view"
            + ViewFile.VERSION
            + ".applied for each row when (new.last_sequence > old.last_sequence)"
            + " execute function hold()");
    Connection holding =
        DriverManager.getConnection(
            database.url(), database.user(), new String(database.password()));
    try (Statement statement = holding.createStatement()) {
      statement.execute("select pg_advisory_lock(4711)");
    }
    return holding;
  }

  /** The last frames of the journal are gone, whatever its triggers say. */
  public void endJournal() {
    TestServer.say(
        database,
        "alter table sala.frame disable trigger all",
        "alter table sala.journal_end disable trigger all",
        "delete from sala.frame where sequence > (select max(sequence) - 3 from sala.frame)",
        "update sala.journal_end set next_frame = next_frame - 3");
  }

  /** A headquarters that an importer makes there; its folders lie under one. */
  public Desk founded(Path folder) {
    Workplace.Entry entry =
        new Workplace(folder.resolve("one"), Desks.CHEAP)
            .on(login("importer", "sala_follower"))
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Zero Example", "zero", "phrase of zero".toCharArray()));
    Desk hq = kept(((Workplace.Entry.Entered) entry).desk());
    hq.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                Desks.stick(folder.resolve("authority")),
                Desks.AUTHORITY.toCharArray()));
    return hq;
  }

  /** Another machine, whose folder was carried there. */
  public Desk invited(Desk by, Path to, String handle, ServerLogin login) {
    by.invitations()
        .invite(
            new Invitations.Guest(
                "Officer " + handle + " Example",
                handle,
                ("phrase of " + handle).toCharArray(),
                "EX-" + handle,
                login),
            to);
    return kept(Desks.unlock(to, handle));
  }

  public Desk kept(Desk desk) {
    open.add(desk);
    return desk;
  }

  public void goes(Desk desk) {
    open.remove(desk);
    desk.close();
  }

  @Override
  public void close() {
    open.reversed().forEach(Desk::close);
  }
}
