package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.crypto.Certificate;

/** Packages that every ZIP program reads without a word, and that are not of our profile. */
class StrictProfileTest extends Crafted {
  @ParameterizedTest
  @EnumSource(LooseZip.Way.class)
  void whatOtherProgramsReadAndIsNotOfTheProfileIsRefused(LooseZip.Way way) throws Exception {
    List<Certificate> chain = List.of(agency.officer, agency.issuing.certificate());
    List<Part> all = signed(agency.key, chain, manifest());
    byte[] container = LooseZip.zip(all, way);
    readByOthers(container, all);
    List<Finding.Code> codes =
        agency.verifyPlain(folder, container).findings().stream().map(Finding::code).toList();
    switch (way) {
      case NOTHING -> {
        assertThat(container).isEqualTo(zip(all));
        assertThat(codes).isEmpty();
      }
      // Where an entry's own header breaks off the reading, all that is behind it is missing too.
      case ENTRY_COMMENT, ARCHIVE_COMMENT, TEXT_ATTRIBUTE, UNIX_RIGHTS ->
          assertThat(codes).containsExactly(Finding.Code.DIRECTORIES_DIFFER);
      default -> assertThat(codes).startsWith(Finding.Code.DIRECTORIES_DIFFER);
    }
  }

  /** Each is right but for the profile: a reader that goes by the central directory takes it. */
  private void readByOthers(byte[] container, List<Part> all) throws Exception {
    Path file = Files.write(folder.resolve("package.zip"), container);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(ZipEntry::getName)
          .containsExactlyElementsOf(all.stream().map(Part::name).toList());
      for (Part p : all) {
        assertThat(zip.getInputStream(zip.getEntry(p.name())).readAllBytes())
            .isEqualTo(p.content());
      }
    }
  }
}
