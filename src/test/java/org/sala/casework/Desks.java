package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.headquarters.AgencyShares;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.EnrolmentAnswer;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Tools;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.KdfPolicy;
import org.sala.domain.Change;
import org.sala.domain.Value;

/** Makes workspaces for tests with a key derivation that only tests may use. */
public final class Desks {
  public static final Tools CHEAP =
      new Tools(
          Clock.system(ZoneId.of("Asia/Bangkok")),
          new SecureRandom(),
          new KdfPolicy(64, 1024, 1, 1),
          new KdfParameters(64, 1, 1));

  /** The passphrase of every authority in tests. */
  public static final String AUTHORITY = "phrase of the authority";

  private Desks() {}

  /** What the desk works with, which it hands to no screen. */
  public static Station station(Desk desk) {
    return desk.station();
  }

  public static Attachments attachments(Desk desk) {
    return desk.attachments();
  }

  /** Makes a workspace; beside it lies {@code usb}, the stick that its packages go by. */
  public static Desk create(Path folder, String name, String handle) {
    stick(folder.resolveSibling("usb"));
    Workplace.Entry entry =
        new Workplace(folder, CHEAP)
            .create(
                new Workplace.FirstStart(
                    "en", name, handle, ("phrase of " + handle).toCharArray()));
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    return ((Workplace.Entry.Entered) entry).desk();
  }

  /** A workspace of invented people. */
  public static Desk practice(Path folder, String handle) {
    Workplace.Entry entry =
        new Workplace(folder, CHEAP)
            .createForPractice(
                new Workplace.FirstStart(
                    "en", "Officer Example", handle, ("phrase of " + handle).toCharArray()));
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    return ((Workplace.Entry.Entered) entry).desk();
  }

  public static Desk unlock(Path folder, String handle) {
    Workplace.Entry entry =
        new Workplace(folder, CHEAP).unlock(handle, ("phrase of " + handle).toCharArray());
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    return ((Workplace.Entry.Entered) entry).desk();
  }

  /** The same by a clock that has gone on. */
  public static Desk unlockAfter(Duration since, Path folder, String handle) {
    Tools later =
        new Tools(
            Clock.offset(CHEAP.clock(), since),
            CHEAP.random(),
            CHEAP.policy(),
            CHEAP.newWorkspaces().get());
    Workplace.Entry entry =
        new Workplace(folder, later).unlock(handle, ("phrase of " + handle).toCharArray());
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    return ((Workplace.Entry.Entered) entry).desk();
  }

  /** Headquarters, founded. */
  public static Desk headquarters(Path folder) {
    return headquarters(folder, "TH");
  }

  /** The same in a country. */
  public static Desk headquarters(Path folder, String country) {
    Desk desk = create(folder, "Officer Zero Example", "zero");
    desk.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                country,
                stick(folder.resolveSibling("authority of " + folder.getFileName())),
                AUTHORITY.toCharArray()));
    return desk;
  }

  /** Enrols a station at headquarters over files, the code compared. */
  public static void enrol(Desk station, Desk headquarters, Path files, String letter) {
    enrol(station, headquarters, files, letter, Set.of());
  }

  /** The same, with the officer who asks as supervisor. */
  public static void enrolSupervisor(Desk station, Desk headquarters, Path files, String letter) {
    enrol(station, headquarters, files, letter, Set.of(station(station).me().hex()));
  }

  private static void enrol(
      Desk station, Desk headquarters, Path files, String letter, Set<String> supervisors) {
    Path request = files.resolve("request-" + letter + ".json");
    Path answer = files.resolve("answer-" + letter + ".age");
    station.enrolment().request(request, "EX-100" + letter);
    // A second officer who asks alone at an enrolled station proves nothing: it was called.
    Headquarters.Asked asked = headquarters.headquarters().read(request).vouched();
    approve(headquarters, Approvals.Of.ANSWER, asked.approved(supervisors));
    String theirs =
        headquarters
            .headquarters()
            .answer(asked, "Station " + letter, letter, "EX-" + letter, supervisors, answer);
    EnrolmentAnswer opened = station.enrolment().open(answer);
    assertThat(opened.code()).isEqualTo(theirs);
    station.enrolment().confirm(opened);
  }

  /**
   * Takes an officer's certificate back at headquarters, and has the laptop hear of it as by any
   * answer.
   *
   * @param number what headquarters knows the officer by
   */
  public static void dismiss(Desk station, Desk headquarters, String number) {
    String serial =
        new Roster(station(headquarters).state())
            .certificates().stream()
                .filter(c -> c.number().equals(number))
                .findFirst()
                .orElseThrow()
                .serial();
    headquarters.headquarters().revoke(serial, "dismissed");
    station(station)
        .state()
        .set("revoked", Value.texts(station(headquarters).state().texts("revoked")));
  }

  /** Has a colleague of an enrolled laptop certified too, asked for by who has unlocked. */
  public static void certify(Desk station, Desk headquarters, Path files, String handle) {
    Path request = files.resolve("request for " + handle);
    Path answer = files.resolve("answer for " + handle);
    station
        .enrolment()
        .request(
            request,
            "EX-1",
            List.of(
                station
                    .enrolment()
                    .colleague(handle, ("phrase of " + handle).toCharArray(), "EX-2")
                    .orElseThrow()));
    approve(headquarters, Approvals.Of.ANSWER, headquarters.headquarters().read(request).digest());
    headquarters.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    station.enrolment().confirm(station.enrolment().open(answer));
  }

  /** The agency's three sheets, kept, at a headquarters of one officer. */
  public static List<RecoverySheet> shares(Desk headquarters) {
    AgencyShares.Made made = headquarters.agencyShares().make();
    List<RecoverySheet> sheets = sheets(made);
    made.proved();
    return sheets;
  }

  /** Reads them one after the other. */
  public static List<RecoverySheet> sheets(AgencyShares.Made made) {
    return IntStream.range(0, made.size()).mapToObj(made::sheet).toList();
  }

  /** Where headquarters has two officers, whoever is not at the desk approves. */
  public static void approve(Desk headquarters, Approvals.Of of, String about) {
    if (headquarters.approvals().needed()
        && headquarters.approvals().give(of, about, "nine", "phrase of nine".toCharArray())
            != Approvals.Word.GIVEN) {
      assertThat(headquarters.approvals().give(of, about, "zero", "phrase of zero".toCharArray()))
          .isEqualTo(Approvals.Word.GIVEN);
    }
  }

  /** A stick that is in: nothing is carried to a folder that is not there. */
  public static Path stick(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All packages that came. */
  public static List<Reception.Came> came(Desk desk) {
    return desk.reception().came(Optional.empty(), Reception.Which.ALL, 100).came();
  }

  /** Lets changes of another station in as they are, without a package. */
  public static void take(Desk desk, List<Change> changes) {
    desk.station().view().follow(desk.station().journal().append(changes));
  }
}
