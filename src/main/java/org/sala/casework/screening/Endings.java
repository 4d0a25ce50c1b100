package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sala.casework.consent.Consents;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;

/** Writes down how an interview ends: read back, what comes next, and the card that is given. */
public final class Endings {
  /** Letters and digits that nobody takes for one another, by eye or over the telephone. */
  public static final String CLEAR = "ACDEFHJKMNPRTUVWXY34679";

  /** Whom else a person may want to speak with; nobody has to say what about. */
  public static final List<String> OFFERED = List.of("", "no", "woman", "man", "doctor", "later");

  private final Station station;
  private final Ledger ledger;

  public Endings(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** What is said at the end. */
  public record Said(String corrections, String offered, String next, String when, String whom) {
    public Said {
      if (!OFFERED.contains(offered)) {
        throw new IllegalArgumentException("nothing of the kind is offered");
      }
    }

    @Override
    public String toString() {
      return "Said";
    }
  }

  /** Writes down what was said at the end; that the summary was read back counts from now. */
  public Saved readBack(RecordId screening, Said said) {
    Map<String, Value> fields = fields(said);
    fields.put("readBack", station.now().toValue());
    return edit(screening, fields);
  }

  /** Keeps what was typed when it was stopped in the middle; nothing counts as read back by it. */
  public Saved keep(RecordId screening, Said said) {
    return edit(screening, fields(said));
  }

  private static Map<String, Value> fields(Said said) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("corrections", text(said.corrections()));
    fields.put("offered", text(said.offered()));
    fields.put("nextStep", text(said.next()));
    fields.put("nextWhen", text(said.when()));
    fields.put("askWhom", text(said.whom()));
    return fields;
  }

  /**
   * What stands on the card. It says neither what was talked about nor with whom: whoever finds it
   * learns nothing.
   *
   * @param number the person's
   * @param code goes with the number, so that a number alone asks for nothing
   * @param shared codes of the recipients that the person has said yes to
   */
  public record Card(String number, String code, String whom, List<String> shared) {
    public Card {
      shared = List.copyOf(shared);
    }

    /** What stands below number and code: whom to ask, who knows, how to take a yes back. */
    public List<String> lines(Words words) {
      String knows =
          shared.isEmpty()
              ? words.t("card.nobody")
              : shared.stream().map(r -> words.code("cardTo", r)).collect(Collectors.joining(", "));
      return List.of(
          words.t("card.ask", whom.isEmpty() ? words.t("none") : whom),
          words.t("card.shared", knows),
          words.t("card.back"));
    }
  }

  /** Makes the card; a second one has the same code. */
  public Card card(RecordId screening) {
    Map<String, org.sala.merge.FieldState> known = AnswerFields.writable(station, screening);
    Ending ending = Ending.of(known);
    RecordId person =
        station.view().screenings().find(screening).orElseThrow(Endings::missing).person();
    String code = ending.code().isEmpty() ? code() : ending.code();
    edit(screening, Map.of("cardCode", Value.text(code), "cardGiven", station.now().toValue()));
    List<String> shared =
        new Consents(station, ledger)
            .standing(person).stream()
                .filter(s -> s.holds() && !s.disputed())
                .map(Consents.Said::recipient)
                .distinct()
                .sorted()
                .toList();
    return new Card(Stored.number(station, person, "wristband"), code, ending.whom(), shared);
  }

  private static CaseworkFault missing() {
    return new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      code.append(CLEAR.charAt(station.tools().random().nextInt(CLEAR.length())));
    }
    return code.insert(3, '-').toString();
  }

  private static Value text(String words) {
    return words.isBlank() ? Value.Nothing.HERE : Value.text(words.strip());
  }

  private Saved edit(RecordId screening, Map<String, Value> fields) {
    AnswerFields.writable(station, screening);
    return ledger.write(new Act().edit(screening, Kinds.SCREENING, fields));
  }
}
