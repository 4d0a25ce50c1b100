package org.sala.casework.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sala.casework.station.Act;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.crypto.Age;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.form.IntegrityRecipient;

/**
 * Answers that may name officials, sealed for the integrity recipient alone; format in {@code
 * docs/formats/envelope.md}. Every screening under such a catalogue gets an envelope when it is
 * closed or was left for a day, also one in which nothing was said, and all have the same few
 * sizes: that there is one says nothing of a person.
 */
final class Envelopes {
  /** Envelopes are filled up to a multiple of this, so that their size tells little. */
  private static final int STEP = 8 << 10;

  private static final int FORMAT = 1;

  private final Station station;
  private final Catalogues catalogues;

  Envelopes(Station station, Catalogues catalogues) {
    this.station = station;
    this.catalogues = catalogues;
  }

  /**
   * For whom such answers are sealed: whom the officer and the person were told of, under the keys
   * of today. Where the catalogue in force names another body or none, nobody is.
   *
   * @param begunWith the catalogue of the screening
   */
  Optional<IntegrityRecipient> recipient(Catalogue begunWith) {
    Optional<IntegrityRecipient> told = begunWith.integrity();
    return told.isEmpty()
        ? told
        : catalogues
            .newest(begunWith.id())
            .integrity()
            .filter(now -> now.name().equals(told.get().name()));
  }

  /** Whether anybody is named at all in what people are screened with today. */
  boolean anybody() {
    return Catalogues.SCREENINGS.stream()
        .anyMatch(id -> catalogues.newest(id).integrity().isPresent());
  }

  /** Whether what a screening holds is sealed already: nothing was added to it since. */
  boolean holds(Screenings.Line line) {
    return station.view().records().inScope(station.scopeOf(line.person())).stream()
        .filter(r -> r.kind().equals(Kinds.ENVELOPE.key()))
        .filter(r -> r.changedMillis() >= line.changedMillis())
        .map(r -> new ProtectedPart(station).fields(r.id()).get("screening"))
        .filter(Objects::nonNull)
        .anyMatch(f -> f.value().asRef().filter(line.id()::equals).isPresent());
  }

  /**
   * Adds the envelope of a screening to an act.
   *
   * @param closes whether that act closes it; otherwise it was left as it is
   */
  void into(Act act, ScreeningPage page, boolean closes) {
    Catalogue catalogue = page.catalogue().orElseThrow();
    Optional<IntegrityRecipient> to = recipient(catalogue);
    // Whoever may not open the protected part closes only what has no such answer.
    if (to.isEmpty() || !station.mayOpen(Compartment.PROTECTION)) {
      return;
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(page.person().id()));
    fields.put("screening", Value.ref(page.line().id()));
    fields.put("to", Value.text(to.get().name()));
    fields.put("keys", Value.text(String.join(" ", to.get().keys())));
    fields.put("at", station.now().toValue());
    fields.put(
        "sealed",
        Value.text(
            Base64.getEncoder()
                .encodeToString(sealed(content(page, catalogue, closes), to.get()))));
    act.make(station.ids().record(), Kinds.ENVELOPE, station.scopeOf(page.person().id()), fields);
  }

  private byte[] content(ScreeningPage page, Catalogue catalogue, boolean closes) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("format", Value.whole(FORMAT));
    parts.put("station", Value.text(station.identity().station().toString()));
    parts.put("screening", Value.ref(page.line().id()));
    parts.put("person", Value.text(page.person().wristband()));
    parts.put("catalogue", Value.text(catalogue.id() + " " + catalogue.version()));
    parts.put("digest", Value.text(catalogue.digest()));
    parts.put("officer", Value.text(station.me().hex()));
    parts.put(closes ? "closed" : "left", station.now().toValue());
    List<Value> answers = new ArrayList<>();
    for (Indicator i : catalogue.indicators()) {
      if (i.staysHere()) {
        page.answers().getOrDefault(catalogue.path(i), List.of()).stream()
            .filter(g -> !g.empty())
            .forEach(g -> answers.add(answer(i, g)));
      }
    }
    parts.put("answers", new Value.Listing(answers));
    byte[] text = Json.write(new Value.Parts(parts));
    byte[] filled = Arrays.copyOf(text, (text.length / STEP + 1) * STEP);
    Arrays.fill(filled, text.length, filled.length, (byte) '\n');
    return filled;
  }

  private static Value answer(Indicator i, Given g) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("indicator", Value.text(i.code()));
    parts.put("about", Value.text(i.officerWords().in("en")));
    parts.put("question", Value.text(i.question().in("en")));
    if (g.toValue() instanceof Value.Parts said) {
      parts.putAll(said.parts());
    }
    return new Value.Parts(parts);
  }

  private byte[] sealed(byte[] content, IntegrityRecipient to) {
    List<AgeRecipient> keys = to.keys().stream().map(AgeRecipient::new).toList();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out =
        station.practice() ? Age.encryptForPractice(keys, file) : Age.encrypt(keys, file)) {
      out.write(content);
    } catch (IOException e) {
      // Nothing is written but memory.
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
