package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Custody;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** An exhibit by keyboard: taken in with its file, looked at, its custody written on, exported. */
class ExhibitJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private Path chosen = folder;
  private Path saved = folder;

  @Override
  protected Path workspace() {
    return folder.resolve("journey");
  }

  @Override
  public Optional<Path> openFile(String title) {
    return Optional.of(chosen);
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    saved = folder.resolve("out " + name);
    return Optional.of(saved);
  }

  @Test
  void aFileIsTakenInShownSealedAndExported() throws Exception {
    byte[] png = png();
    chosen = Files.write(folder.resolve("ledger.png"), png);
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId =
        made.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "exhibits"));
        });
    until("#case-exhibits");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#choose-file");
    clickOn("#choose-file");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#case-exhibits") == 1);
    Exhibits.ExhibitLine line = desk.exhibits().inCase(caseId).getFirst();
    assertThat(line.title()).isEqualTo("ledger.png");

    interact(() -> shell.go(new Place.OneExhibit(line.id())));
    until("#exhibit-picture");
    ImageView view = there("#exhibit-picture .image-view", ImageView.class);
    assertThat(view.getImage().getWidth()).isEqualTo(3);
    assertThat(view.getImage().getPixelReader().getArgb(1, 1)).isEqualTo(0xff204060);

    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#seal-number");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#seal-number").tryQuery()).as("a bag has a number").isPresent();
    clickOn("#seal-number").write("BAG-1");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.exhibits().custody().of(line.id()).stream()
                    .map(Custody.Entry::sealNumber)
                    .toList()
                    .equals(List.of("", "BAG-1")));

    press("Export…");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> Files.isRegularFile(saved) && Arrays.equals(Files.readAllBytes(saved), png));
    await("nothing runs any more")
        .atMost(PATIENCE)
        .until(() -> !lookup("#long-work").query().isVisible());

    interact(() -> shell.go(new Place.OneCase(caseId, "exhibits")));
    until("#case-exhibits");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#choose-file");
    clickOn("#choose-file");
    clickOn("#choose-file");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Taken in: 2");
    assertThat(says("Taken in: 1")).as("one word at a time").isFalse();
  }

  /** Dropped from the window of another program, which the headless toolkit has none of. */
  @Test
  void filesAreDroppedOnACaseAndWhatIsNoFileIsNot() throws Exception {
    Path one = Files.write(folder.resolve("one.png"), png());
    Path two = Files.writeString(folder.resolve("two.txt"), "a ledger");
    Desk made = Desks.create(folder.resolve("dropped"), "Officer One Example", "one");
    RecordId caseId =
        made.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "exhibits"));
        });
    until("#case-exhibits");
    assertThat(dropped(DataFormat.PLAIN_TEXT, "only words")).as("no file").isFalse();
    assertThat(lookup("#exhibit-title").tryQuery()).isEmpty();
    assertThat(dropped(DataFormat.FILES, List.of(one.toFile(), two.toFile()))).isTrue();
    until("#exhibit-title");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#case-exhibits") == 2);
    assertThat(desk.exhibits().inCase(caseId))
        .extracting(Exhibits.ExhibitLine::title)
        .containsExactlyInAnyOrder("one.png", "two.txt");
  }

  /** Whether it is taken: over the list first, then let go. */
  private boolean dropped(DataFormat format, Object what) {
    boolean[] taken = new boolean[1];
    interact(
        () -> {
          Dragboard board = DragboardHelper.createDragboard(carrying(format, what));
          Node list = lookup("#case-exhibits").query();
          DragEvent over = event(DragEvent.DRAG_OVER, board, list);
          Event.fireEvent(list, over);
          if (over.isAccepted()) {
            DragEvent let = event(DragEvent.DRAG_DROPPED, board, list);
            Event.fireEvent(list, let);
            taken[0] = let.isDropCompleted();
          }
        });
    return taken[0];
  }

  /** What another program's window hands over. */
  private static TKClipboard carrying(DataFormat format, Object what) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, asked, of) ->
                switch (asked.getName()) {
                  case "getContentTypes" -> Set.of(format);
                  case "hasContent" -> format.equals(of[0]);
                  case "getContent" -> format.equals(of[0]) ? what : null;
                  case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                  default -> throw new UnsupportedOperationException(asked.getName());
                });
  }

  private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node list) {
    return new DragEvent(list, list, type, board, 5, 5, 5, 5, TransferMode.COPY, null, list, null);
  }

  /** Three by two pixels of one colour. */
  private static byte[] png() {
    byte[] raw = new byte[2 * (1 + 3 * 3)];
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) {
        int at = y * 10 + 1 + x * 3;
        raw[at] = 0x20;
        raw[at + 1] = 0x40;
        raw[at + 2] = 0x60;
      }
    }
    Deflater deflater = new Deflater();
    deflater.setInput(raw);
    deflater.finish();
    byte[] packed = new byte[200];
    int length = deflater.deflate(packed);
    deflater.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13).putInt(3).putInt(2).put((byte) 8).put((byte) 2).array());
    chunk(out, "IDAT", Arrays.copyOf(packed, length));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream to, String type, byte[] data) {
    byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    to.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    to.writeBytes(name);
    to.writeBytes(data);
    to.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
