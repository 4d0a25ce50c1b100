package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** Another agency speaks for its own laptops: for none of ours, and for none of a third one. */
class PartnerStationsTest {
  private static final String OUR_NAME = "Agency of Examples";
  private static final Words WORDS = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk ours;
  private Desk one;
  private Desk other;

  @BeforeEach
  void twoAgenciesThatWeKnow() {
    ours = Agencies.founded(folder.resolve("ours"), OUR_NAME, "TH");
    one = Agencies.founded(folder.resolve("one"), "Border Police of Elsewhere", "PH");
    other = Agencies.founded(folder.resolve("other"), "Third Agency", "VN");
    for (Desk partner : List.of(one, other)) {
      Agencies.introduce(ours, partner);
      Agencies.introduce(partner, ours);
    }
  }

  @AfterEach
  void close() {
    ours.close();
    one.close();
    other.close();
  }

  /** A genuine copy for us. */
  private Path copy(Desk from) {
    RecordId theirCase = Agencies.aCase(from);
    Agencies.person(from, theirCase, "C-1", OUR_NAME, Consents.Answer.YES);
    RecordId us = from.partners().known().getFirst().id();
    Redaction look =
        from.copies()
            .look(new CopyRequest(us, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(theirCase)));
    return from.packages()
        .carry(from.copies().seal(look, WORDS, Progress.none()).id(), folder.resolve("usb"));
  }

  /** What an agency seals, by another program, in the name of a station that is not its own. */
  private Path copyInTheNameOf(StationId station, Desk from, String name) {
    Desks.station(from).state().set("station", Value.text(station.toString()));
    from.close();
    Desk again = Desks.unlock(folder.resolve(name), "zero");
    Agencies.introduce(again, ours);
    if (name.equals("one")) {
      one = again;
    } else {
      other = again;
    }
    return copy(again);
  }

  private static StationId station(Desk desk) {
    return Desks.station(desk).identity().station();
  }

  private String refusal(Path file) {
    Importing.Outcome outcome = ours.packages().take(file);
    assertThat(outcome).isInstanceOf(Importing.Outcome.Refused.class);
    String kind = ((Importing.Outcome.Refused) outcome).checked().kind();
    assertThat(ours.packages().check(file).kind()).isEqualTo(kind);
    assertThat(ours.copies().received()).isEmpty();
    return kind;
  }

  private void taken(Path file) {
    assertThat(ours.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void noAgencySpeaksForAStationOfOurs() {
    StationId laptop = StationId.of("6a1f0c7e-5b0d-4e7a-9b1e-0d8f4c2a7b11");
    Path file = copyInTheNameOf(laptop, one, "one");
    assertThat(ours.packages().check(file).genuine()).as("of nobody here").isTrue();
    Desks.station(ours).state().set("stations", Value.texts(List.of(laptop.toString())));
    assertThat(refusal(file)).isEqualTo("UNKNOWN_SIGNER");
    Desks.station(ours).state().set("stations", Value.texts(List.of()));
    assertThat(ours.packages().check(file).genuine()).isTrue();
    Desks.station(ours).state().set("headquarters", Value.text(laptop.toString()));
    assertThat(refusal(file)).as("nor for our headquarters").isEqualTo("UNKNOWN_SIGNER");
  }

  @Test
  void norForTheHeadquartersThatIsOnAnothersCard() {
    Path file = copyInTheNameOf(station(one), other, "other");
    assertThat(refusal(file)).isEqualTo("STATION_OF_ANOTHER");
    taken(copy(one));
  }

  @Test
  void norForAStationThatSentFirstForAnother() {
    StationId laptop = StationId.of("6a1f0c7e-5b0d-4e7a-9b1e-0d8f4c2a7b11");
    Path file = copyInTheNameOf(laptop, other, "other");
    assertThat(ours.packages().check(file).genuine()).isTrue();
    taken(copyInTheNameOf(laptop, one, "one"));
    assertThat(ours.packages().check(file).kind()).isEqualTo("STATION_OF_ANOTHER");
    assertThat(ours.packages().take(file)).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(ours.copies().received()).hasSize(1);
    taken(copy(one));
  }
}
