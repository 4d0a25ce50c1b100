package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.carrier.Listing;
import org.sala.carrier.RequestLine;
import org.sala.carrier.TestStore;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.Moment;

/**
 * Somebody who has no key of ours puts something before our packages: on a stick, or into a store
 * that then gives it to nobody.
 */
class OneBadObjectTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Seen seen;
  private int sealed;

  @BeforeEach
  void aStationAndItsHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    seen = new Seen(Desks.station(hq));
  }

  @AfterEach
  void everybodyGoesHome() {
    seen.close();
    one.close();
    hq.close();
  }

  private Path seal() throws IOException {
    one.people()
        .register(
            List.of(new People.NewPerson("A-" + ++sealed, "", "Person Example", "f", "", "th")));
    PackageLine line = one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    return one.packages().carry(line.id(), Files.createDirectories(folder.resolve("usb")));
  }

  private Tally round(Carrier carrier) {
    return new Round(
            Desks.station(hq), hq.packages(), seen, Untold.by(one), Runnable::run, () -> 0, false)
        .over("store", carrier, new Watch(() -> false, far -> {}), OptionalInt.empty());
  }

  private void putSealed(TestStore store) throws IOException {
    store.put("zzz" + sealed + ".sala", Files.readAllBytes(seal()));
  }

  private static void say(OutputStream client, int status, String code) throws IOException {
    String body = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>";
    client.write(
        ("HTTP/1.1 "
                + status
                + " No\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static List<Tally.Item> stuck(Tally tally) {
    return tally.items().stream().filter(i -> i.became() == Tally.Became.STUCK).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "403,AccessDenied,WITHHELD",
    "403,InvalidObjectState,WITHHELD",
    "404,NoSuchKey,WITHHELD",
    "500,InternalError,FAILED"
  })
  void anObjectThatTheStoreGivesToNobodyKeepsNoOtherBack(int status, String code, WhyNot why)
      throws IOException {
    try (TestStore store = new TestStore();
        RequestLine front =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  if (RequestLine.what(request).contains("/aaaa.sala")) {
                    say(client, status, code);
                  } else {
                    client.write(behind.ask(request));
                  }
                })) {
      store.put("aaaa.sala", new byte[100]);
      for (int i = 0; i < 3; i++) {
        putSealed(store);
      }
      try (Carrier carrier = store.open(front.port())) {
        Tally tally = round(carrier);
        assertThat(tally.count(Tally.Became.TAKEN_IN)).isEqualTo(3);
        assertThat(tally.count(Tally.Became.SENT)).as("and the answers go").isEqualTo(3);
        assertThat(tally.why()).as("the store and its key are well").isEmpty();
        assertThat(stuck(tally))
            .containsExactly(new Tally.Item("aaaa.sala", Tally.Became.STUCK, Optional.of(why)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"403,AccessDenied,1", "400,InvalidRequest,2", "500,InternalError,2"})
  void whoPlantsManyHoldsUpNothingThatComesLater(int status, String code, int times)
      throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (TestStore store = new TestStore();
        RequestLine front =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  if (RequestLine.what(request).contains("/aaaa")) {
                    asked.incrementAndGet();
                    say(client, status, code);
                  } else {
                    client.write(behind.ask(request));
                  }
                })) {
      int planted = Hindered.AGAIN + 5;
      for (int i = 0; i < planted; i++) {
        store.put("aaaa" + i + ".sala", new byte[] {1});
      }
      try (Carrier carrier = store.open(front.port())) {
        assertThat(stuck(round(carrier))).hasSize(planted);
        assertThat(asked).as("a no is believed at once").hasValue(planted * times);
        putSealed(store);
        Tally second = round(carrier);
        assertThat(second.items().getFirst().became()).isEqualTo(Tally.Became.TAKEN_IN);
        assertThat(asked).as("not all of them again").hasValue((planted + Hindered.AGAIN) * times);
        assertThat(stuck(second)).as("and all of them are told").hasSize(planted);
      }
    }
  }

  @Test
  void aStoreThatTakesNothingGivesAllTheSame() throws IOException {
    try (TestStore store = new TestStore();
        RequestLine front =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  if (RequestLine.what(request).startsWith("PUT")) {
                    say(client, 403, "AccessDenied");
                  } else {
                    client.write(behind.ask(request));
                  }
                });
        Carrier carrier = store.open(front.port())) {
      putSealed(store);
      assertThat(round(carrier).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
      putSealed(store);
      Tally second = round(carrier);
      assertThat(second.count(Tally.Became.TAKEN_IN)).isEqualTo(1);
      assertThat(stuck(second)).extracting(Tally.Item::why).contains(Optional.of(WhyNot.DENIED));
    }
  }

  /** It begins as a package for headquarters does, and says that it is larger than any disk. */
  private Path stickWithOneTooLarge() throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    Path small = seal();
    Files.copy(small, stick.resolve("zzzz.sala"));
    Files.copy(small, stick.resolve("aaaa.sala"));
    try (RandomAccessFile file = new RandomAccessFile(stick.resolve("aaaa.sala").toFile(), "rw")) {
      file.setLength(Math.min(8L << 40, Files.getFileStore(folder).getUsableSpace() * 4));
    }
    return stick;
  }

  private static final Tally.Item TOO_LARGE =
      new Tally.Item("aaaa.sala", Tally.Became.STUCK, Optional.of(WhyNot.LARGE));

  @Test
  void aFileThatThereIsNoRoomForKeepsNoOtherBack() throws IOException {
    try (FolderCarrier stick = new FolderCarrier(stickWithOneTooLarge())) {
      Tally tally = round(stick);
      assertThat(tally.count(Tally.Became.TAKEN_IN)).isEqualTo(1);
      assertThat(tally.why()).isEmpty();
      assertThat(stuck(tally)).containsExactly(TOO_LARGE);
    }
  }

  @Test
  void aSizeThatNoNumberHoldsThreeTimesIsTooLarge() {
    Room room = new Room(Desks.station(hq));
    assertThatThrownBy(() -> room.fits(Long.MAX_VALUE / 2))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NO_SPACE));
  }

  @Test
  void whatDoesNotComeKeepsNothingFromALook() throws IOException {
    try (FolderCarrier stick = new FolderCarrier(stickWithOneTooLarge())) {
      Brought brought =
          new Bringing(Desks.station(hq), hq.packages(), seen)
              .from("stick", stick, Progress.none());
      assertThat(brought.these()).extracting(Carrier.Waiting::name).containsExactly("zzzz.sala");
      assertThat(brought.files()).hasSize(1);
      assertThat(brought.stuck()).containsExactly(TOO_LARGE);
    }
  }

  private Optional<Moment> last(String carrier) {
    return hq.sync().carriers().list().stream()
        .filter(c -> c.id().equals(carrier))
        .findFirst()
        .flatMap(Configured::last);
  }

  @Test
  void aRoundInWhichNothingGotThroughIsNoUseOfTheCarrier() throws IOException {
    String stick = hq.sync().carriers().addFolder(stickWithOneTooLarge(), "Stick").id();
    assertThat(hq.sync().once(stick).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    Optional<Moment> used = last(stick);
    assertThat(used).isPresent();
    assertThat(hq.sync().once(stick).items()).containsExactly(TOO_LARGE);
    assertThat(last(stick)).isEqualTo(used);
  }

  @Test
  void aStoreWhoseNamesNeverEndIsLeftAfterSomeParts() {
    AtomicInteger parts = new AtomicInteger();
    Tally all =
        Sync.parts(
            () -> {
              Tally part = new Tally();
              String name = "package" + parts.incrementAndGet();
              part.part(new Listing("", List.of(), Optional.of(name)));
              if (parts.get() > 1_000) {
                part.ended(WhyNot.FAILED);
              }
              return part;
            });
    assertThat(parts).hasValue(50);
    assertThat(all.inParts()).as("and that is said").isTrue();
  }
}
