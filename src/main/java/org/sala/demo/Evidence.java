package org.sala.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Custody;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/** Invented evidence: a drawn page of a ledger and a note, and the way to see that they arrived. */
final class Evidence {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 640;
  private static final String NOTE =
      "Invented for the demonstration.\n\n"
          + "Found beside a telephone on the second floor.\n"
          + "พบข้างโทรศัพท์ที่ชั้นสอง เป็นข้อความที่แต่งขึ้นเพื่อการสาธิต"
          + " ไม่มีบุคคลหรือสถานที่จริง\n\n"
          + "14 names are ticked, 3 are crossed out. \"The boat comes on the example day, and"
          + " whoever has not paid by then stays where he is; this line is long so that it"
          + " wraps.\"\n";

  private final Map<RecordId, byte[]> contents = new LinkedHashMap<>();

  private Evidence() {}

  /** Writes the files as a camera would, and takes them into a case. */
  static Evidence take(Desk station, RecordId caseId, Path camera) throws IOException {
    Evidence evidence = new Evidence();
    Files.createDirectories(camera);
    Moment now = new Moment(Instant.now(), ZoneId.of("Asia/Bangkok"));
    RecordId ledger =
        evidence.add(
            station, caseId, camera.resolve("ledger page 1.png"), page(), "Ledger, first page");
    evidence.add(
        station,
        caseId,
        camera.resolve("note.txt"),
        NOTE.getBytes(StandardCharsets.UTF_8),
        "Note found beside a telephone");
    station
        .exhibits()
        .custody()
        .add(
            ledger,
            new Custody.NewEvent(
                Custody.Event.SEALED,
                now,
                "",
                "Officer Ana Example",
                "Example station, store 2",
                "EX-BAG-0417",
                ""));
    return evidence;
  }

  private RecordId add(Desk station, RecordId caseId, Path file, byte[] content, String title)
      throws IOException {
    Files.write(file, content);
    Taking taking =
        station
            .exhibits()
            .take(
                caseId,
                new Exhibits.NewExhibit(
                    title,
                    "Invented for the demonstration.",
                    Optional.of(new Moment(Instant.now(), ZoneId.of("Asia/Bangkok"))),
                    "Example Town, second floor",
                    "Table beside the stairs"),
                file,
                Progress.none());
    if (!(taking instanceof Taking.Taken taken)) {
      throw new IOException("an exhibit is not taken in");
    }
    contents.put(taken.record(), content);
    return taken.record();
  }

  /** Whether a desk has every byte. */
  boolean arrivedAt(Desk desk) throws IOException {
    for (Map.Entry<RecordId, byte[]> e : contents.entrySet()) {
      if (!(desk.exhibits().open(e.getKey()) instanceof AttachedContent.Opening.Opened opened)) {
        return false;
      }
      try (AttachedContent content = opened.content()) {
        if (!Arrays.equals(content.from(0).readAllBytes(), e.getValue())) {
          return false;
        }
      }
    }
    return !contents.isEmpty();
  }

  /** A ruled page with columns of writing that nobody can read. */
  private static byte[] page() throws IOException {
    return Png.encode(WIDTH, HEIGHT, Evidence::colour);
  }

  private static int colour(int x, int y) {
    boolean margin = x < 40 || x > WIDTH - 40 || y < 50 || y > HEIGHT - 30;
    if (margin) {
      return 0xfff3ecd9;
    }
    if ((y - 50) % 38 == 37) {
      return 0xffb8c4d6;
    }
    if (x == 300 || x == 560 || x == 720) {
      return 0xffd49a9a;
    }
    int row = (y - 50) / 38;
    int inRow = (y - 50) % 38;
    int word = Math.floorMod(x / 9 * 7919 + row * 104_729, 11);
    boolean stroke =
        inRow > 12
            && inRow < 28
            && word > 3
            && Math.floorMod(x * 31 + inRow * (7 + word), 9) < 4
            && x % 300 < 40 + 20 * (row % 9 + 2);
    return stroke ? 0xff2b3350 : 0xfffaf5e6;
  }
}
