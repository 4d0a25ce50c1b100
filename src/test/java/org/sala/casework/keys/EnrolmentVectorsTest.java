package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.station.StationState;
import org.sala.crypto.Certificate;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.IdSource;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.vault.SealedFile;

/**
 * A trust list and a request that were written once ({@code docs/formats/trust-list.md}, {@code
 * enrolment.md}).
 */
class EnrolmentVectorsTest {
  private static final Path VECTORS = Path.of("src/test/resources/formats");

  @TempDir Path folder;
  private final Properties says = new Properties();

  @BeforeEach
  void load() throws IOException {
    says.load(new StringReader(Files.readString(VECTORS.resolve("vectors.properties"))));
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(VECTORS.resolve(file));
  }

  private static String text(String file) throws IOException {
    return Files.readString(VECTORS.resolve(file));
  }

  private StationState state() throws IOException {
    SecureRandom random = new SecureRandom();
    IdSource ids = new IdSource(Clock.systemUTC(), new Random(1));
    StationState state =
        StationState.create(
            new SealedFile(folder, "state", Secret.random(random), random),
            ids.station(),
            ids.incarnation(),
            ids.scope(),
            new byte[32],
            "en");
    state.set(
        Map.of(
            "headquarters", Value.text(says.getProperty("headquarters")),
            "authorities", Value.texts(List.of(text("authority.pem")))));
    return state;
  }

  @Test
  void theTrustListIsTakenAndSaysWhatItSaid() throws Exception {
    StationState state = state();
    String list = Base64.getEncoder().encodeToString(bytes("trust-list.json"));
    Map<String, String> notes =
        Map.of("trust", list, "trustSignature", says.getProperty("trustSignature"));
    Trust trust = new Trust(Certificate.ofPem(text("authority.pem")), List.of(), List.of());
    Instant at = Instant.parse(says.getProperty("at"));
    assertThat(TrustList.take(state, trust, notes, at)).isEqualTo(TrustList.Taken.NEWER);
    assertThat(state.whole("trustNumber")).isEqualTo(5);
    assertThat(state.texts("issuers")).containsExactly(text("issuing.pem"));
    assertThat(String.join("", state.texts("revoked"))).isEqualTo(text("crl.pem"));
    assertThat(state.text("hqInvestigation")).contains(says.getProperty("hqInvestigation"));
    assertThat(state.text("hqProtection")).contains(says.getProperty("hqProtection"));
    assertThat(state.text("recovery")).contains(says.getProperty("recovery"));
  }

  @Test
  void theTrustListIsWrittenAgainToTheSameBytes() throws Exception {
    TrustList list =
        new TrustList(
            5,
            Instant.parse(says.getProperty("at")),
            List.of(text("issuing.pem")),
            RevocationList.ofPem(text("crl.pem")).stream().map(RevocationList::pem).toList(),
            List.of(),
            says.getProperty("headquarters"),
            says.getProperty("hqInvestigation"),
            says.getProperty("hqProtection"),
            says.getProperty("recovery"));
    Map<String, String> notes = list.sign(SigningKey.generate(new SecureRandom()));
    assertThat(notes)
        .containsEntry("trust", Base64.getEncoder().encodeToString(bytes("trust-list.json")));
  }

  @Test
  void theRequestIsReadAndWrittenAgainToTheSameBytes() throws Exception {
    byte[] bytes = bytes("enrolment-request.json");
    EnrolmentRequest request = EnrolmentRequest.read(bytes);
    assertThat(request.station()).isEqualTo(StationId.of(says.getProperty("station")));
    assertThat(request.officers())
        .extracting(CertificateRequest::number)
        .containsExactly("EX-0007", "EX-0008");
    assertThat(request.officers().getFirst().key().fingerprint())
        .isEqualTo(says.getProperty("author"));
    assertThat(request.adopts())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.lost().fingerprint()).isEqualTo(says.getProperty("adopted"));
              assertThat(a.upTo()).containsExactly(Map.entry(says.getProperty("incarnation"), 41L));
            });
    assertThat(request.investigation().text()).isEqualTo(says.getProperty("stationInvestigation"));
    assertThat(EnrolmentRequest.code(bytes)).isEqualTo(says.getProperty("requestCode"));
    assertThat(
            EnrolmentRequest.write(
                request.station(),
                request.officers(),
                request.adopts(),
                request.investigation(),
                request.protection()))
        .isEqualTo(bytes);
  }
}
