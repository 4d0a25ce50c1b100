package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.crypto.Sha256;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.ServerAddress;
import org.sala.store.ServerKept;
import org.sala.store.TestServer;

/** What a login writes by hand under a name on the server keeps nobody from what belongs there. */
class SquattedNamesTest {
  @TempDir Path folder;
  private PreparedServer server;
  private ServerAddress analyst;

  @BeforeEach
  void server() {
    server = new PreparedServer();
    analyst = TestServer.login(server.database(), "analyst", "sala_analyst");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private static String hex(byte[] bytes) {
    return "decode('" + HexFormat.of().formatHex(bytes) + "', 'hex')";
  }

  @Test
  void nobodyKeepsTheKeyOfAProtectedPartFromBeingMade() {
    Desk hq = server.founded(folder);
    RecordId caseId = hq.cases().open(new Cases.NewCase("A", "rescue", "normal", "", ""));
    RecordId person =
        hq.people()
            .add(
                caseId, new People.NewPerson("H-1", "", "Person Example", "f", "17", "th"), "", "");
    UUID scope = Desks.station(hq).scopeOf(person).value();
    byte[] name =
        ByteBuffer.allocate(17)
            .putLong(scope.getMostSignificantBits())
            .putLong(scope.getLeastSignificantBits())
            .put((byte) Compartment.PROTECTION.ordinal())
            .array();
    TestServer.say(
        analyst,
        "insert into sala.scope_key(name, entry) values ("
            + hex(name)
            + ", "
            + hex(Arrays.copyOf(name, 96))
            + ")");
    hq.people().edit(person, Map.of("needs", Value.text("Insulin")), "");
    assertThat(hq.people().fields(person).get("needs").value()).isEqualTo(Value.text("Insulin"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 3 << 20})
  void aFileThatIsNotWhatItIsCalledIsToldAndNotTakenForKept(int size) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[size]);
    byte[] name = Sha256.of(Files.readAllBytes(file));
    try (ServerKept kept = ServerKept.open(analyst)) {
      kept.keep(name, file);
      kept.keep(name, file);
      Path other = Files.write(folder.resolve("other"), new byte[size + 1]);
      byte[] squatted = Sha256.of(Files.readAllBytes(other));
      TestServer.say(
          analyst,
          "with one as (insert into sala.sealed_file values ("
              + hex(squatted)
              + ", 1) returning name) insert into sala.sealed_piece select name, 0, '\\x00' from"
              + " one");
      assertThatThrownBy(() -> kept.keep(squatted, other)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 3 << 20})
  void nobodyAddsAPieceToAFileThatIsThere(int size) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[size]);
    byte[] name = Sha256.of(Files.readAllBytes(file));
    try (ServerKept kept = ServerKept.open(analyst)) {
      kept.keep(name, file);
      String more =
          "insert into sala.sealed_piece select name, max(number) + 1, '\\x00' from"
              + " sala.sealed_piece group by name";
      assertThatThrownBy(() -> TestServer.say(analyst, more)).isInstanceOf(AssertionError.class);
      // One that was added before the server refused it is read past.
      TestServer.say(server.database(), "alter table sala.sealed_piece disable trigger user", more);
      Path fetched = folder.resolve("fetched");
      assertThat(kept.fetch(name, fetched)).isTrue();
      assertThat(fetched).hasSameBinaryContentAs(file);
      assertThat(kept.files()).extracting(ServerKept.Kept::size).containsExactly((long) size);
      try (InputStream in = kept.open(name)) {
        assertThat(Sha256.hex(in)).isEqualTo(HexFormat.of().formatHex(name));
      }
    }
  }
}
