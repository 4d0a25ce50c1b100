package org.sala.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code sala hq}: a headquarters on a database server, where many work at once. */
@Command(
    name = "hq",
    mixinStandardHelpOptions = true,
    description = {
      "A headquarters on a PostgreSQL server (docs/server.md).",
      "Alone it opens the desktop.",
      "Address and login are remembered, sealed, in the folder; all other commands "
          + "work on it by --workspace DIR. The server never sees a key."
    })
final class HqCommand implements Callable<Integer> {
  private final Ports ports;

  @Option(
      names = "--database",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "jdbc:postgresql://host/database?sslmode=verify-full&sslrootcert=FILE")
  private @Nullable String database;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "This machine's own folder: keys, drafts (default: ${DEFAULT-VALUE}).",
      defaultValue = "${sys:user.home}/Sala-hq")
  private Path dir = Path.of("");

  @Option(
      names = "--login",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "As whom this machine enters at the server.")
  private @Nullable String login;

  @Option(
      names = "--login-password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "A file with the server's password; or SALA_DATABASE_PASSWORD_FILE names one; or it is"
              + " asked for.")
  private @Nullable Path passwordFile;

  HqCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    workplace(ports.tools());
    return ports.desktop().open(dir, Optional.empty(), login(false));
  }

  Path dir() {
    return dir;
  }

  /** The workspace that is there, on the server that is named or on the one of before. */
  Workplace workplace(Tools tools) {
    Workplace there = there(tools);
    return login(false).map(there::on).orElse(there);
  }

  /** The workspace that is there, wherever it lies. */
  Workplace there(Tools tools) {
    Workplace there = new Workplace(dir, tools);
    if (!there.isThere()) {
      throw new NotEntered(
          "There is no workspace in "
              + dir
              + ". Make one with sala hq create, or bring the folder"
              + " that sala hq invite made.",
          Exit.USAGE);
    }
    return there;
  }

  /** Enters it, and makes sure that it lies on a server. */
  Desk enter(Tools tools, Officer officer) {
    Desk desk = Door.enter(workplace(tools), officer);
    if (!desk.isOnServer()) {
      desk.close();
      throw new NotEntered("This workspace lies in its own folder, on no server.", Exit.USAGE);
    }
    return desk;
  }

  /** The server that has to be named. */
  ServerLogin needed() {
    return login(true)
        .orElseThrow(() -> new NotEntered("Name the server: --database URL.", Exit.USAGE));
  }

  /** Returns the login of another machine on the same server. */
  ServerLogin as(String user, char[] password) {
    String url = database;
    if (url == null) {
      throw new NotEntered("Name the server as that machine sees it: --database.", Exit.USAGE);
    }
    return named(url, Optional.of(user), Optional.of(password));
  }

  private static ServerLogin named(String url, Optional<String> user, Optional<char[]> password) {
    try {
      return new ServerLogin(url, user, password);
    } catch (IllegalArgumentException e) {
      throw new NotEntered("That server is not used: " + e.getMessage() + ".", Exit.USAGE);
    }
  }

  private Optional<ServerLogin> login(boolean asks) {
    String url = database;
    if (url == null) {
      return Optional.empty();
    }
    Optional<Path> file =
        Optional.ofNullable(passwordFile)
            .or(
                () ->
                    Optional.ofNullable(System.getenv("SALA_DATABASE_PASSWORD_FILE"))
                        .map(Path::of));
    Optional<char[]> password =
        file.isPresent() || asks
            ? Optional.of(
                Door.secret(file.orElse(null), "Password at the server: ", "--login-password-file"))
            : Optional.empty();
    return Optional.of(named(url, Optional.ofNullable(login), password));
  }
}
