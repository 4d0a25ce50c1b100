package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.Linked;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.PersonRows;
import org.sala.store.Records;
import org.sala.store.ScreeningRows;

/**
 * What a person was asked elsewhere, so that nobody is asked twice: under the own number, and under
 * every other number of which somebody has said that it is the same person.
 */
public final class AskedBefore {
  private static final Set<String> ACCOUNTS =
      Set.of(Kinds.SCREENING.key(), Kinds.FILLED.key(), Kinds.STATEMENT.key());

  private final Station station;

  public AskedBefore(Station station) {
    this.station = station;
  }

  /**
   * One time that somebody told of something.
   *
   * @param kind the kind of its record: a screening, a form, a statement
   * @param form the name of the catalogue or form; empty for a statement
   * @param under the other number that it was told under; empty where it is the own one
   */
  public record Account(
      RecordId id, String kind, String form, Optional<Moment> began, String under) {}

  /**
   * What there is beside one interview.
   *
   * @param answered codes of indicators that have an answer in another screening with the same
   *     catalogue; what the answer is steers nobody here
   */
  public record Known(List<Account> accounts, Set<String> answered) {
    public Known {
      accounts = List.copyOf(accounts);
      answered = Set.copyOf(answered);
    }
  }

  /**
   * Why somebody is asked who has told already: only because they want it, by an officer who has
   * read the first account; a child only of what it has not been asked.
   *
   * @param newFacts what it is about that was not told before; needed for a child
   */
  public record Again(boolean wanted, boolean read, String newFacts) {
    boolean lets(boolean maybeChild) {
      return wanted && read && !(maybeChild && newFacts.isBlank());
    }

    @Override
    public String toString() {
      return "Again";
    }
  }

  /** What there is beside a screening, the last first. */
  public Known beside(ScreeningPage page) {
    List<Account> accounts = new ArrayList<>();
    Set<String> answered = new LinkedHashSet<>();
    RecordId own = page.line().id();
    for (Under who : everyRecordOf(page.person().id())) {
      for (Records.Row row : station.view().records().pointingTo(who.person(), "person")) {
        if (ACCOUNTS.contains(row.kind()) && !row.id().equals(own)) {
          Map<String, FieldState> f = station.view().records().fields(row.id());
          Account account = account(row.id(), row.kind(), f, who);
          if (isTold(row)) {
            accounts.add(account);
          }
          if (row.kind().equals(Kinds.SCREENING.key()) && account.form().equals(page.formId())) {
            answered.addAll(answered(page, row.id()));
          }
        }
      }
    }
    accounts.sort(Comparator.comparingLong(AskedBefore::millis).reversed());
    return new Known(accounts, answered);
  }

  /**
   * The screenings of a person in which something was told, the first first; none in practice,
   * where everybody asks the same invented people.
   */
  public List<Account> screenings(RecordId person) {
    if (station.practice()) {
      return List.of();
    }
    List<Account> accounts = new ArrayList<>();
    for (Under who : everyRecordOf(person)) {
      station.view().screenings().of(who.person()).stream()
          .filter(AskedBefore::isTold)
          .forEach(
              r ->
                  accounts.add(
                      account(
                          r.id(),
                          Kinds.SCREENING.key(),
                          station.view().records().fields(r.id()),
                          who)));
    }
    accounts.sort(Comparator.comparingLong(AskedBefore::millis));
    return accounts;
  }

  private static long millis(Account a) {
    return a.began().map(m -> m.instant().toEpochMilli()).orElse(0L);
  }

  /** A record of the person, and its number where it is another one. */
  private record Under(RecordId person, String number) {}

  /** The own record first; of the others only those that are known here. */
  private List<Under> everyRecordOf(RecordId person) {
    List<Under> all = new ArrayList<>(List.of(new Under(person, "")));
    for (PersonRows.Row other : new Linked(station).others(person)) {
      all.add(new Under(other.id(), other.wristband()));
    }
    return all;
  }

  /** One that was only begun has asked nobody anything. */
  private static boolean isTold(ScreeningRows.Row r) {
    return r.sections() > 0 || r.closedMillis().isPresent();
  }

  private boolean isTold(Records.Row row) {
    return !row.kind().equals(Kinds.SCREENING.key())
        || station.view().screenings().find(row.id()).filter(AskedBefore::isTold).isPresent();
  }

  private static Account account(RecordId id, String kind, Map<String, FieldState> f, Under who) {
    return new Account(id, kind, Stored.text(f, "form").orElse(""), began(f), who.number());
  }

  private static Optional<Moment> began(Map<String, FieldState> f) {
    return Optional.ofNullable(f.get("began")).flatMap(s -> Moment.of(s.value()));
  }

  /**
   * Returns what was answered elsewhere by the places of this form: those of another version that
   * it does not have are left out.
   */
  private Set<String> answered(ScreeningPage page, RecordId other) {
    Map<String, List<Given>> there = AnswerFields.of(station, other).answers(Given::of);
    Set<String> codes = new LinkedHashSet<>();
    page.catalogue()
        .ifPresent(
            c ->
                c.indicators().stream()
                    .filter(
                        i ->
                            there.getOrDefault(c.path(i), List.of()).stream()
                                .anyMatch(AskedBefore::isAnswer))
                    .forEach(i -> codes.add(i.code())));
    return codes;
  }

  private static boolean isAnswer(Given g) {
    return !g.code().isEmpty() && !g.code().equals("later");
  }
}
