package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.ServerLogin;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates.Reached;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.Tally;
import org.sala.casework.sync.WhyNot;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.TestServer;
import org.sala.ui.text.Texts;

/** What a login that does not see every row leaves to one that does, on a real server. */
class WhoSeesNotAllTest {
  @TempDir Path folder;
  private PreparedServer server;
  private Desk hq;
  private Desk a;
  private RecordId secret;

  @BeforeEach
  void aRestrictedCaseThatIsDisputed() {
    server = new PreparedServer();
    hq = server.founded(folder);
    a = server.kept(Desks.create(folder.resolve("station A"), "Officer Example", "A"));
    Desks.enrol(a, hq, folder, "A");
    secret = a.cases().open(new Cases.NewCase("A title", "rescue", "restricted", "place0", ""));
    hq.packages().take(sealed());
    hq.cases().edit(secret, Map.of("place", Value.text("place of headquarters")), "known");
    a.cases().edit(secret, Map.of("place", Value.text("place of A")), "seen");
    answered((Importing.Outcome.Imported) hq.packages().take(sealed()));
    assertThat(a.packages().reached(secret)).isEqualTo(Reached.WAITING);
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private Path sealed() {
    PackageLine line = a.packages().seal(a.packages().plan(Optional.empty()), Progress.none());
    return a.packages().carry(line.id(), folder.resolve("usb"));
  }

  private void answered(Importing.Outcome.Imported taken) {
    a.packages()
        .take(
            hq.packages()
                .carry(taken.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
  }

  private static void isLeftToImporters(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.NOT_ALL_SEEN));
  }

  private void takesNothingInAndAnswersNothing(Desk desk) throws Exception {
    RecordId lies = hq.reception().receiptsHere().getFirst();
    a.cases().open(new Cases.NewCase("Unrelated", "rescue", "normal", "", ""));
    Path file = sealed();
    Path share = Files.createDirectories(folder.resolve("share"));
    Files.copy(file, share.resolve(file.getFileName()));
    long before = written();
    assertThat(desk.packages().takesIn()).isFalse();
    isLeftToImporters(() -> desk.packages().take(file));
    isLeftToImporters(
        () -> desk.decisions().seal(Desks.station(a).identity().station(), Progress.none()));
    isLeftToImporters(() -> desk.catalogues().seal());
    isLeftToImporters(() -> desk.packages().carry(lies, Desks.stick(folder.resolve("answers"))));
    isLeftToImporters(() -> desk.quarantine().reject(lies, "a reason"));
    isLeftToImporters(() -> desk.quarantine().again(lies));
    isLeftToImporters(
        () -> desk.quarantine().admit(lies, "a reason", "zero", "phrase of zero".toCharArray()));
    assertThat(desk.exports().statistics()).isEmpty();
    Path table = folder.resolve("table.csv");
    isLeftToImporters(() -> desk.exports().htcds(table, Progress.none()));
    isLeftToImporters(
        () -> desk.exports().statistics(Texts.in("en", ZoneId.of("Asia/Bangkok")), table));
    assertThat(table).doesNotExist();
    assertThat(desk.decisions().owed()).isEmpty();
    Tally tally = desk.sync().once(share);
    assertThat(tally.why()).contains(WhyNot.NOT_ALL_SEEN);
    assertThat(tally.items()).isEmpty();
    assertThat(share).isDirectoryContaining(p -> p.endsWith(file.getFileName()));
    assertThat(written()).as("changes in the journal").isEqualTo(before);
    // Whoever sees everything finds it as if nobody had tried.
    answered((Importing.Outcome.Imported) hq.packages().take(file));
    assertThat(hq.disagreements().open()).hasSize(1);
    assertThat(a.packages().reached(secret)).isEqualTo(Reached.WAITING);
  }

  private long written() {
    return hq.onServer().orElseThrow().written();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sala_analyst",
        "sala_analyst sala_protection",
        "sala_analyst sala_restricted",
        "sala_analyst sala_protection sala_restricted"
      })
  void anAnalystOfWhateverRolesTakesNothingInAndAnswersNothing(String roles) throws Exception {
    ServerLogin login = server.login("ana", roles.split(" "));
    Desk analyst = server.invited(hq, folder.resolve("ana"), "ana", login);
    assertThat(analyst.cases().find(secret).isPresent())
        .isEqualTo(roles.contains("sala_restricted"));
    takesNothingInAndAnswersNothing(analyst);
    // The rest of the work goes on.
    RecordId own = analyst.cases().open(new Cases.NewCase("Own", "rescue", "normal", "", ""));
    assertThat(hq.cases().find(own)).isPresent();
  }

  @Test
  void anotherImporterTakesInAndAnswers() {
    Desk second =
        server.invited(hq, folder.resolve("nine"), "nine", server.login("two", "sala_follower"));
    assertThat(second.packages().takesIn()).isTrue();
    a.cases().edit(secret, Map.of("place", Value.text("another place")), "seen again");
    Importing.Outcome.Imported taken =
        (Importing.Outcome.Imported) second.packages().take(sealed());
    assertThat(taken.disputed()).isEqualTo(1);
    answered(taken);
    assertThat(a.packages().reached(secret)).isEqualTo(Reached.WAITING);
  }

  @Test
  void whoIsAnImporterNoMoreIsRefusedFromTheNextPackageOn() throws Exception {
    ServerLogin login = server.login("two", "sala_follower");
    Desk second = server.invited(hq, folder.resolve("nine"), "nine", login);
    assertThat(second.packages().takesIn()).isTrue();
    String role = login.user().orElseThrow();
    TestServer.say(
        server.database(), "revoke sala_follower from " + role, "grant sala_analyst to " + role);
    takesNothingInAndAnswersNothing(second);
  }
}
