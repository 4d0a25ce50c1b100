package org.sala.casework.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.RecordId;

/** The directory of services: from a file, typed, and what is refused. */
class ServicesTest {
  private static final String FIRST =
      """
      sala-services 1
      version 3
      # invented
      agency House of Examples
      service SHELTER
      service COUNSELLING
      language my th
      hours day and night
      contact 02 000 0000

      agency Example Lawyers
      service LEGAL_AID
      contact 02 000 0001
      """;

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private Services.Taken take(String words) throws IOException {
    return desk.services().take(Files.writeString(folder.resolve("services.txt"), words));
  }

  private List<String> names() {
    return desk.services().all().stream().map(e -> e.agency().name()).toList();
  }

  @Test
  void aNewerFileReplacesWhatAnOlderOneBroughtAndNothingThatWasTyped() throws IOException {
    assertThat(take(FIRST)).isEqualTo(new Services.Taken.Directory(3, 2));
    desk.services()
        .add(
            new Services.Agency(
                "Typed Example", Set.of(Referral.Service.HEALTH), Set.of("th"), "", "next door"));
    assertThat(names()).containsExactly("Example Lawyers", "House of Examples", "Typed Example");
    assertThat(take(FIRST)).isEqualTo(new Services.Taken.NotNewer(3));
    String newer =
        """
        sala-services 1
        version 4
        agency House of Examples
        service SHELTER
        language vi
        contact 02 000 0009
        """;
    assertThat(take(newer)).isEqualTo(new Services.Taken.Directory(4, 1));
    assertThat(names()).containsExactly("House of Examples", "Typed Example");
    Services.Agency house = desk.services().all().getFirst().agency();
    assertThat(house.services()).containsExactly(Referral.Service.SHELTER);
    assertThat(house.languages()).containsExactly("vi");
    assertThat(house.hours()).isEmpty();
    assertThat(house.contact()).isEqualTo("02 000 0009");
  }

  @Test
  void whoSpeaksThePersonsLanguageStandsFirst() throws IOException {
    take(FIRST + "\nagency Another House\nservice SHELTER\nlanguage lo\ncontact x\n");
    assertThat(desk.services().doing(Referral.Service.SHELTER, Set.of("my")))
        .extracting(e -> e.agency().name())
        .containsExactly("House of Examples", "Another House");
    assertThat(desk.services().doing(Referral.Service.EMBASSY, Set.of("my"))).isEmpty();
  }

  @Test
  void oneWrongLineAndNothingIsTakenAndEveryWrongLineIsNamed() throws IOException {
    String wrong =
        """
        sala-services 1
        version 5
        service SHELTER
        agency Nowhere
        service BANK
        nonsense here
        agency Nowhere
        contact a\u202eb
        """;
    Services.Taken taken = take(wrong);
    assertThat(taken).isInstanceOf(Services.Taken.Refused.class);
    assertThat(((Services.Taken.Refused) taken).problems())
        .anyMatch(p -> p.startsWith("3:"))
        .anyMatch(p -> p.startsWith("5:"))
        .anyMatch(p -> p.startsWith("6:"))
        .anyMatch(p -> p.startsWith("8:"));
    assertThat(take("something else")).isInstanceOf(Services.Taken.Refused.class);
    assertThat(take("x".repeat(300 << 10))).isInstanceOf(Services.Taken.Refused.class);
    assertThat(names()).isEmpty();
    assertThatThrownBy(() -> desk.services().take(folder.resolve("none.txt")))
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void headquartersDirectoryIsSignedGoesToTheStationsAndTakesThePlaceOfAnUnsignedFile()
      throws IOException {
    take(FIRST);
    desk.services()
        .add(
            new Services.Agency(
                "Typed Example", Set.of(Referral.Service.HEALTH), Set.of("th"), "", "next door"));
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      Path file =
          Files.writeString(
              folder.resolve("signed.txt"),
              "sala-services 1\nversion 1\nagency Signed House\nservice SHELTER\ncontact x\n");
      assertThat(hq.services().take(file)).isEqualTo(new Services.Taken.Directory(1, 1));
      assertThat(hq.services().take(file)).isEqualTo(new Services.Taken.NotNewer(1));
      assertThat(hq.catalogues().lacking()).isEqualTo(1);
      List<RecordId> made = hq.catalogues().seal();
      assertThat(made).hasSize(1);
      Path stick = Files.createDirectories(folder.resolve("usb"));
      desk.packages().take(hq.packages().carry(made.getFirst(), stick));
      assertThat(hq.catalogues().unusable()).isEmpty();
    }
    assertThat(names()).containsExactly("Signed House", "Typed Example");
    assertThat(desk.catalogues().unusable()).isEmpty();
    assertThat(take(FIRST.replace("version 3", "version 9")))
        .isEqualTo(new Services.Taken.Signed(1));
    assertThat(desk.services().doing(Referral.Service.SHELTER, Set.of()).getFirst().signed())
        .isTrue();
  }
}
