package org.sala.casework.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.form.Answer;
import org.sala.form.RecoveryWindow;

/**
 * What a defrauded person's form says of the money: each transfer, and the clock since the last.
 */
public final class Transfers {
  /** The form that transfers are read from. */
  static final String FORM = "defrauded";

  private static final String EACH = "/defrauded/transfer";

  private Transfers() {}

  /** One end of a transfer; each part may be empty. */
  public record End(String with, String account, String name) {
    /** Returns what is known of this end of the transfer, each a line. */
    public String told() {
      return Stream.of(with, account, name)
          .filter(s -> !s.isBlank())
          .collect(Collectors.joining("\n"));
    }

    /** Returns this end without the name: of whoever was defrauded it is that person's own. */
    public End unnamed() {
      return new End(with, account, "");
    }

    @Override
    public String toString() {
      return "End";
    }
  }

  /**
   * One transfer as it was told; whatever is not known is empty.
   *
   * @param number from 1, as the form counts them
   * @param rail the way that it was sent
   * @param at when, with the zone of the receipt
   * @param currency of the amount, in three letters
   * @param window how long it may be called back; empty for a way that the catalogue does not know
   */
  public record Transfer(
      int number,
      String rail,
      Optional<OffsetDateTime> at,
      Optional<BigDecimal> amount,
      String currency,
      End from,
      End to,
      String reference,
      Optional<RecoveryWindow> window) {

    /**
     * Returns until when a transfer may still be called back; empty where no time is known or
     * fixed.
     */
    public Optional<Instant> until() {
      return window
          .flatMap(RecoveryWindow::lasts)
          .flatMap(lasts -> at.map(a -> a.toInstant().plus(lasts)));
    }

    /** Returns the amount with its currency, as far as they are known. */
    public String sum(Words words) {
      return (amount.map(words::amount).orElse("") + " " + currency).strip();
    }

    @Override
    public String toString() {
      return "Transfer[" + number + "]";
    }
  }

  /** Whether a page is one that tells of transfers. */
  public static boolean toldOn(FormPage page) {
    return page.line().form().equals(FORM) && page.line().title().isEmpty();
  }

  /** Returns all transfers of a form, as they are numbered there. */
  public static List<Transfer> of(FormPage page) {
    return toldOn(page) ? read(page.standing(), page.windows()) : List.of();
  }

  /** The last one by its time; empty where no time is known of any. */
  public static Optional<Transfer> last(List<Transfer> all) {
    return all.stream()
        .filter(t -> t.at().isPresent())
        .max(Comparator.comparing(t -> t.at().orElseThrow().toInstant()));
  }

  static List<Transfer> read(Map<String, Answer> answers, List<RecoveryWindow> windows) {
    int count = answers.get(EACH) instanceof Answer.Times t ? t.count() : 0;
    List<Transfer> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String at = EACH + "[" + i + "]/";
      String rail = text(answers, at + "rail");
      all.add(
          new Transfer(
              i,
              rail,
              answers.get(at + "at") instanceof Answer.Instant when
                  ? Optional.of(when.when())
                  : Optional.empty(),
              answers.get(at + "amount") instanceof Answer.Amount a
                  ? Optional.of(a.number())
                  : Optional.empty(),
              text(answers, at + "currency"),
              end(answers, at + "from_"),
              end(answers, at + "to_"),
              text(answers, at + "reference"),
              RecoveryWindow.of(rail, windows)));
    }
    return all;
  }

  private static End end(Map<String, Answer> answers, String at) {
    return new End(
        text(answers, at + "with"), text(answers, at + "account"), text(answers, at + "name"));
  }

  private static String text(Map<String, Answer> answers, String path) {
    return switch (answers.get(path)) {
      case Answer.Words w -> w.text();
      case Answer.Chosen c -> c.code();
      case null, default -> "";
    };
  }

  /**
   * The fields of the clock: when money was sent last, and until when any of it may be called back
   * that is over soon.
   */
  static Map<String, Value> clock(Map<String, Answer> answers, List<RecoveryWindow> windows) {
    List<Transfer> all = read(answers, windows);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(
        "lastTransfer",
        last(all)
            .flatMap(Transfer::at)
            .map(a -> new Moment(a.toInstant(), a.getOffset()).toValue())
            .orElse(Value.Nothing.HERE));
    fields.put(
        "recallUntil",
        all.stream()
            .filter(t -> t.window().filter(RecoveryWindow::isShort).isPresent())
            .filter(t -> t.until().isPresent())
            .max(Comparator.comparing(t -> t.until().orElseThrow()))
            .map(
                t ->
                    new Moment(t.until().orElseThrow(), t.at().orElseThrow().getOffset()).toValue())
            .orElse(Value.Nothing.HERE));
    return fields;
  }
}
