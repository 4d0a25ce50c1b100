package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.station.Progress;
import org.sala.store.StoreFault;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.ListWords;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.RowSource;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;
import org.sala.vault.NewerFiles;

/** Pictures of what is seen when something has gone wrong, made by letting it go wrong. */
final class FailedPictures {
  private final PictureTaker taker;
  private final Path night;
  private final Path aside;
  private int unread;

  /**
   * @param aside where spoiled copies are put
   */
  FailedPictures(PictureTaker taker, Path night, Path aside) {
    this.taker = taker;
    this.night = night;
    this.aside = aside;
  }

  List<Path> take() throws IOException {
    Files.createDirectories(aside);
    List<Path> taken = new ArrayList<>(doors());
    taken.addAll(exhibit());
    taken.addAll(packages());
    taken.addAll(lists());
    taken.addAll(pages());
    return taken;
  }

  private List<Path> doors() throws IOException {
    Map<String, Path> doors = new LinkedHashMap<>();
    doors.put("door-keyfile", spoiled("keyfile", "key.a", "key.b"));
    doors.put("door-state", spoiled("state", "state.a", "state.b"));
    Path newer = copy("newer");
    NewerFiles.keyFile(newer);
    doors.put("door-newer", newer);
    doors.put("door-readonly", TroubledPlaces.readOnly(copy("readonly")));
    doors.put("door-full", TroubledPlaces.full(copy("full")));
    Path unread = spoiled("journal", "journal/segment-00000001");
    // What the view has read it does not read again: it is found when the view has to be made anew.
    try (Stream<Path> view = Files.list(unread.resolve("db"))) {
      for (Path file : view.toList()) {
        Files.delete(file);
      }
    }
    doors.put("door-journal", unread);
    List<Path> taken = new ArrayList<>();
    for (Map.Entry<String, Path> d : doors.entrySet()) {
      taken.addAll(taker.closedDoor(d.getValue(), "b", d.getKey(), View.LOWEST));
    }
    return taken;
  }

  private Path spoiled(String name, String... files) throws IOException {
    Path copy = copy(name);
    for (String f : files) {
      spoil(copy.resolve(f));
    }
    return copy;
  }

  private static void spoil(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private Path copy(String name) throws IOException {
    return copy("station-b", name);
  }

  private Path copy(String workspace, String name) throws IOException {
    Path from = night.resolve(workspace);
    Path to = aside.resolve(name);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path p : all.toList()) {
        Files.copy(p, to.resolve(from.relativize(p).toString()));
      }
    }
    return to;
  }

  /** Every file of a workspace has one bit turned: what was taken in is no longer what it was. */
  private List<Path> exhibit() throws IOException {
    Path copy = copy("objects");
    try (Stream<Path> all = Files.walk(copy.resolve("objects"))) {
      for (Path p : all.filter(Files::isRegularFile).toList()) {
        spoil(p);
      }
    }
    try (Desk desk = enter(copy, "b")) {
      var exhibit =
          desk.exhibits()
              .inCase(desk.cases().list("", "changed", true, 0, 1).getFirst().id())
              .getFirst();
      return taker.screens(
          desk,
          Map.of("exhibit-damaged", View.moment(new Place.OneExhibit(exhibit.id()), shell -> {})));
    }
  }

  /** The package that waited is rejected; its work is sealed again, which overtakes another. */
  private List<Path> packages() {
    Path usb = Desks.stick(aside.resolve("usb"));
    try (Desk hq = enter(night.resolve("headquarters"), "zero");
        Desk station = enter(night.resolve("station-a"), "a")) {
      Quarantine.Waiting waiting = hq.quarantine().waiting().getFirst();
      hq.quarantine().reject(waiting.id(), "nobody at the station knows of it");
      for (var receipt : hq.reception().receiptsHere()) {
        station.packages().take(hq.packages().carry(receipt, usb));
      }
      station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      return taker.screens(
          station,
          Map.of(
              "packages-refused",
              View.moment(new Place.Packages(), shell -> {}),
              "today-refused",
              View.moment(new Place.Today(), shell -> {})));
    }
  }

  private static Desk enter(Path workspace, String handle) {
    if (new Workplace(workspace, Desks.CHEAP).unlock(handle, WorkingNight.PASSPHRASE.toCharArray())
        instanceof Workplace.Entry.Entered entered) {
      return entered.desk();
    }
    throw new IllegalStateException("it does not open");
  }

  /** Every screen of a station and a headquarters whose view gives no answer any more. */
  List<Path> pages() throws IOException {
    List<Path> taken = new ArrayList<>();
    Desk station = enter(copy("unread"), "b");
    Map<String, View> views = new LinkedHashMap<>();
    PictureTaker.places(station)
        .forEach((name, place) -> unread(views, name, View.of(place, shell -> {})));
    taken.addAll(blind(station, views));
    Desk hq = enter(copy("headquarters", "unread-hq"), "zero");
    Map<String, View> there = new LinkedHashMap<>();
    Views.headquarters(hq)
        .forEach((name, v) -> unread(there, name, View.moment(v.place(), shell -> {})));
    taken.addAll(blind(hq, there));
    return taken;
  }

  /** One picture of each place is enough: nothing of it was read. */
  private static void unread(Map<String, View> views, String name, View v) {
    if (views.values().stream().noneMatch(o -> o.place().equals(v.place()))) {
      views.put(
          "failed-" + name, new View(v.place(), shell -> told(name, v.place(), shell), v.sizes()));
    }
  }

  private List<Path> blind(Desk desk, Map<String, View> views) {
    Desks.station(desk).view().close();
    views.values().forEach(v -> unread += v.sizes().size());
    List<Path> taken = taker.unread(desk, views);
    assertThatThrownBy(desk::close).as("its view is closed already").isInstanceOf(StoreFault.class);
    return taken;
  }

  /** Pages that are one list say in the list that it was not read. */
  private static final Set<Class<? extends Place>> LISTS =
      Set.of(Place.PeopleHere.class, Place.Cases.class, Place.Exhibits.class);

  /** It is said in the page, and nothing on the page says that there is nothing. */
  private static void told(String name, Place place, Shell shell) {
    if (LISTS.contains(place.getClass()) || place.equals(new Place.Deciding())) {
      while (shell.node().lookup(".dialog-box") != null) {
        Hand.click(shell, "verb");
      }
      assertThat(shell.node().lookup(".list-failed")).as(name).isNotNull();
    } else if (place instanceof Place.Settings) {
      for (String still : List.of("backup", "sheet-make", "passphrase-change", "idle")) {
        assertThat(shell.node().lookup("#" + still)).as(still).isNotNull();
      }
    } else {
      assertThat(shell.node().lookup(".dialog-box")).as(name).isNull();
      assertThat(shell.node().lookup("#unread-page .title")).as(name).isNotNull();
      assertThat(shell.node().lookup("#unread-page .badge.danger")).as(name).isNotNull();
      assertThat(shell.node().lookup(".nav")).as("the way out of " + name).isNotNull();
      Node before = shell.node().lookup("#unread-page");
      Hand.click(shell, "read-again");
      assertThat(shell.node().lookup("#unread-page")).as(name).isNotNull().isNotSameAs(before);
    }
    assertThat(shell.node().lookupAll(".nothing")).as(name).noneMatch(Node::isVisible);
  }

  /** How many screens were shown that could not be read, each size counted. */
  int screensUnread() {
    return unread;
  }

  /** A list whose later rows are still being read, and ones that could not be. */
  private List<Path> lists() {
    List<Path> taken = new ArrayList<>();
    taken.addAll(taker.each("list-coming", View.LOWEST, dress -> list(texts(dress), 1, false)));
    taken.addAll(taker.each("list-failed", View.LOWEST, dress -> list(texts(dress), 0, true)));
    taken.addAll(taker.each("list-halfway", View.LOWEST, dress -> list(texts(dress), 1, true)));
    return taken;
  }

  /**
   * Answers some pages; the others never, or with a fault.
   *
   * @param pages that are answered
   * @param fault in words; empty for no answer at all
   */
  private record Rows(int pages, String fault) implements RowSource<String, Integer> {
    @Override
    public void page(Wanted<Integer> wanted, Answer<Page<String, Integer>> answer) {
      int from = wanted.after().orElse(0) + wanted.offset();
      if (from < pages * wanted.limit()) {
        answer.came(
            new Page<>(
                IntStream.range(from, from + wanted.limit())
                    .mapToObj(i -> "X-%04d".formatted(i))
                    .toList(),
                Optional.of(from + wanted.limit())));
      } else if (!fault.isEmpty()) {
        answer.failed(fault);
      }
    }

    @Override
    public void count(Order order, BooleanSupplier awaited, Answer<Count> answer) {
      answer.came(new Count(5_000, false));
    }
  }

  private static Texts texts(PictureTaker.Dress dress) {
    return Texts.in(dress.language(), Desks.CHEAP.clock().getZone());
  }

  private static Parent list(Texts texts, int pages, boolean fails) {
    Rows rows = new Rows(pages, fails ? texts.t("fault.IO") : "");
    LongList<String> list =
        new LongList<>(
            new LongList.Made<>(
                "list",
                List.of(
                    Column.words("number", texts.t("people.number"), 120, r -> r, "mono"),
                    Column.words("name", texts.t("people.name"), 240, r -> "Example " + r),
                    Column.words("language", texts.t("people.language"), 120, r -> "")),
                "number",
                false,
                r -> r,
                Nodes.line(""),
                r -> {},
                List.of()),
            rows,
            words(texts),
            Optional.empty(),
            look -> {});
    VBox page = new VBox(Nodes.header("", texts.t("nav.people"), texts.t("people.below")), list);
    page.getStyleClass().add("page");
    if (list.lookup("#list") instanceof TableView<?> table && pages > 0) {
      table.sceneProperty().addListener((o, was, is) -> table.scrollTo(56));
    }
    return page;
  }

  /** The words of any list, by the names that they have in the bundles. */
  private static ListWords words(Texts texts) {
    return (ListWords)
        Proxy.newProxyInstance(
            ListWords.class.getClassLoader(),
            new Class<?>[] {ListWords.class},
            (proxy, method, values) ->
                switch (method.getName()) {
                  case "filter" -> texts.t("people.filter");
                  case "count" -> texts.t("people.count", 5_000);
                  default ->
                      texts.t(
                          "list." + method.getName().toLowerCase(Locale.ROOT),
                          values == null ? new Object[0] : values);
                });
  }
}
