package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.AuthorityActs;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.crypto.Age;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * Whoever handles the stick sees the request and the authority's certificate, and can write to the
 * station: none of that is enough to say who headquarters is.
 */
class ForgedAnswerTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private Path request;
  private Path answer;
  private String code;

  @BeforeEach
  void genuine() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    request = folder.resolve("request.json");
    answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-1");
    code = hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Station behind() {
    return Desks.station(station);
  }

  private Map<String, Value> opened() throws Exception {
    try (InputStream sealed = Files.newInputStream(answer);
        InputStream in =
            Age.decrypt(List.of(behind().receiving(Compartment.INVESTIGATION)), sealed)) {
      return new LinkedHashMap<>(Json.readParts(in.readAllBytes()).parts());
    }
  }

  private static Map<String, Value> content(Map<String, Value> notes) {
    byte[] bytes = Base64.getDecoder().decode(notes.get("answer").asText().orElseThrow());
    return new LinkedHashMap<>(Json.readParts(bytes).parts());
  }

  private void seal(byte[] bytes) throws Exception {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out =
        Age.encrypt(List.of(behind().receiving(Compartment.INVESTIGATION).recipient()), sealed)) {
      out.write(bytes);
    }
    Files.write(answer, sealed.toByteArray());
  }

  private void isRefused() {
    assertThatThrownBy(() -> station.enrolment().open(answer))
        .isInstanceOf(CaseworkFault.class)
        .hasMessage("BAD_FILE");
    assertThat(station.enrolment().enrolled()).isFalse();
  }

  private static SigningKey somebody() {
    return SigningKey.generate(Desks.CHEAP.random());
  }

  @Test
  void theGenuineOneIsTaken() throws Exception {
    seal(Json.write(new Value.Parts(opened())));
    assertThat(station.enrolment().open(answer).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recovery",
        "hqInvestigation",
        "hqProtection",
        "headquarters",
        "trustNumber",
        "stationName",
        "letter",
        "revoked",
        "made"
      })
  void nothingInItIsChangedOnTheWay(String key) throws Exception {
    Map<String, Value> notes = opened();
    Map<String, Value> content = content(notes);
    assertThat(content).containsKey(key);
    content.put(
        key,
        switch (key) {
          case "trustNumber" -> Value.whole(Long.MAX_VALUE);
          case "revoked" -> Value.texts(List.of());
          case "headquarters" -> Value.text(behind().identity().station().toString());
          case "made" -> Value.text("2031-01-01T00:00:00Z");
          case "stationName", "letter" -> Value.text("Z");
          default -> Value.text(behind().receiving(Compartment.PROTECTION).recipient().text());
        });
    notes.put("answer", Value.text(encoded(Json.write(new Value.Parts(content)))));
    seal(Json.write(new Value.Parts(notes)));
    isRefused();
  }

  @Test
  void theAuthoritysNameIsNotEnough() throws Exception {
    Map<String, Value> said = content(opened());
    seal(
        EnrolmentAnswer.write(
                EnrolmentRequest.read(request),
                Desks.station(hq).trust().authorities().getFirst(),
                said,
                Desks.station(hq).now().instant(),
                somebody())
            .bytes());
    isRefused();
  }

  /** The attacker's own issuer and certificates, beside the true authority. */
  @Test
  void certificatesThatDoNotLeadToTheAuthorityAreNone() throws Exception {
    Desk other = Desks.headquarters(folder.resolve("other"));
    try (other) {
      other.headquarters().answer(request, "Station A", "A", "EX-A", answer);
      Map<String, Value> said = content(opened());
      Value theirs = Value.text(Desks.station(hq).trust().authorities().getFirst().pem());
      said.put("authority", theirs);
      seal(new Issuing(Desks.station(other)).answer(EnrolmentRequest.read(request), said).bytes());
      isRefused();
    }
  }

  @Test
  void anAnswerToAnotherRequestIsNoAnswer() throws Exception {
    Map<String, Value> notes = opened();
    station.enrolment().request(request, "EX-2");
    seal(Json.write(new Value.Parts(notes)));
    isRefused();
  }

  /** What somebody kept of an earlier enrolment would let the station forget who was taken back. */
  @Test
  void anAnswerFromBeforeIsNotTakenAgain() throws Exception {
    byte[] first = Files.readAllBytes(answer);
    station.enrolment().confirm(station.enrolment().open(answer));
    new Issuing(Desks.station(hq)).renewLists();
    hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    station.enrolment().confirm(station.enrolment().open(answer));
    Files.write(answer, first);
    assertThatThrownBy(() -> station.enrolment().open(answer))
        .isInstanceOf(CaseworkFault.class)
        .hasMessage("BAD_FILE");
  }

  /** Whoever stole an issuing key may have sent a list with a number that no other ever reaches. */
  @Test
  void aNumberThatAThiefGaveKeepsNoStationFromBeingEnrolledAnew() {
    station.enrolment().confirm(station.enrolment().open(answer));
    behind().state().set("trustNumber", Value.whole(Long.MAX_VALUE));
    assertThat(
            hq.headquarters()
                .authority()
                .replaceIssuer(folder.resolve("authority of hq"), Desks.AUTHORITY.toCharArray()))
        .isEqualTo(AuthorityActs.Handed.OVER);
    String again = hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    EnrolmentAnswer opened = station.enrolment().open(answer);
    assertThat(opened.code()).isEqualTo(again);
    station.enrolment().confirm(opened);
    assertThat(behind().state().whole("trustNumber")).isLessThan(Long.MAX_VALUE);
  }

  @Test
  void theCodeIsAboutAllThatIsSaid() {
    String again =
        hq.headquarters()
            .answer(request, "Another Station", "A", "EX-A", folder.resolve("again.age"));
    assertThat(again).isNotEqualTo(code);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
