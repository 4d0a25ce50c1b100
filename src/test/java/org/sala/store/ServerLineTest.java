package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** TLS to a real server: the right certificate for the right name, or no word is said. */
class ServerLineTest {

  private static ServerAddress address(ServerAddress plain, String host, TestCertificate trusted) {
    return new ServerAddress(
        plain.url().replace("localhost", host)
            + "?sslmode=verify-full&sslrootcert="
            + trusted.certificate(),
        plain.user(),
        plain.password());
  }

  @Test
  void theLineIsSealedToTheServerThatWasMeant() throws SQLException {
    ServerAddress plain = TestServer.database();
    ServerAddress right = address(plain, "localhost", TestCertificate.ONE);
    ViewServer.Opening opening = ViewServer.open(right);
    assertThat(opening).isInstanceOf(ViewServer.Opening.Ready.class);
    try (ViewServer server = ((ViewServer.Opening.Ready) opening).server();
        Sql sql = server.sql()) {
      assertThat(
              sql.list(
                  "select version from pg_stat_ssl where pid = pg_backend_pid() and ssl",
                  r -> r.getString(1)))
          .containsExactly("TLSv1.3");
    }
  }

  /** Whoever is gone without a word holds no lock for hours. */
  @Test
  void theServerIsAskedToLetGoOfWhoeverIsGone() throws SQLException {
    try (ServerPool pool =
            ServerPool.to(TestServer.database(), "test", "public", Optional.empty());
        Connection connection = pool.connection()) {
      connection.setAutoCommit(false);
      for (String setting :
          List.of(
              "tcp_keepalives_idle",
              "tcp_keepalives_interval",
              "tcp_keepalives_count",
              "idle_in_transaction_session_timeout")) {
        try (Statement statement = connection.createStatement();
            ResultSet row =
                statement.executeQuery(
                    "select setting::bigint from pg_settings where name = '" + setting + "'")) {
          row.next();
          assertThat(row.getLong(1)).as(setting).isBetween(1L, 60_000L);
        }
      }
    }
  }

  @Test
  void anotherServersCertificateOrAnotherNameEndsIt() {
    ServerAddress plain = TestServer.database();
    for (ServerAddress wrong :
        new ServerAddress[] {
          address(plain, "localhost", TestCertificate.OTHER),
          // The certificate names localhost, and this is another name for it.
          address(plain, "127.0.0.1", TestCertificate.ONE)
        }) {
      assertThatThrownBy(() -> ViewServer.open(wrong))
          .isInstanceOfSatisfying(
              StoreFault.class, e -> assertThat(e.code()).isEqualTo(StoreFault.Code.AWAY));
      assertThatThrownBy(() -> ServerFrames.open(wrong)).hasRootCauseInstanceOf(StoreFault.class);
    }
  }
}
