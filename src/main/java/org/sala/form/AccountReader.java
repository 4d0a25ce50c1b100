package org.sala.form;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.AgeGroup;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** Reads an account from outside: an instance document of the form, or a small JSON object. */
public final class AccountReader {
  private static final Set<String> KEYS = Set.of("ageGroup", "indicators", "act");

  private AccountReader() {}

  /**
   * Reads either of the two; XML begins with an angle bracket.
   *
   * @throws FormFault for unknown codes, values, age groups or places, and for what is neither
   */
  public static Account read(Catalogue catalogue, byte[] bytes) {
    String begin = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
    String first = begin.replace("\uFEFF", "").strip();
    if (first.startsWith("<")) {
      return fromInstance(catalogue, bytes);
    }
    if (first.startsWith("{")) {
      return fromJson(catalogue, bytes);
    }
    throw new FormFault(FormFault.Code.NOT_A_FORM, "neither XML nor a JSON object");
  }

  private static Account fromInstance(Catalogue whole, byte[] xml) {
    FormText.Read read = FormText.read(xml);
    Catalogue catalogue =
        read.rootId().isEmpty()
            ? whole
            : whole
                .withForm(read.rootId().get())
                .orElseThrow(
                    () -> new FormFault(FormFault.Code.UNKNOWN_WORD, "another form's answers"));
    read.repeated()
        .ifPresent(
            path -> {
              throw new FormFault(FormFault.Code.NOT_A_FORM, "twice " + path);
            });
    Map<String, String> leaves = new LinkedHashMap<>(read.leaves());
    leaves.values().removeIf(String::isEmpty);
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String path : catalogue.paths()) {
      String text = leaves.remove(path);
      if (text != null) {
        answers.put(path, answer(catalogue.form(), path, text));
      }
    }
    String age = leaves.getOrDefault("/screening/age_group", "");
    boolean act = act(leaves.getOrDefault("/screening/act", ""));
    Interview opened = catalogue.form().open(answers);
    leaves.forEach((path, words) -> opened.answer(path, new Answer.Words(words)));
    answers.keySet().removeAll(opened.irrelevant());
    Map<String, List<Answer>> relevant = new HashMap<>();
    answers.forEach((path, answer) -> relevant.put(path, List.of(answer)));
    return catalogue.account(age.isEmpty() ? AgeGroup.UNKNOWN : age(age), relevant, act);
  }

  private static Answer answer(Form form, String path, String text) {
    if (text.equals(Reading.NOT_ASKED.code())) {
      return new Answer.Without(Answer.Why.LATER);
    }
    return switch (form.place(path).map(Places.Place::takes).orElse(Places.Takes.MARK)) {
      case NUMBER -> number(path, text);
      case CHOICES -> new Answer.Several(List.of(text.split("\\s+")));
      case ONE_CHOICE, MARK, OTHER -> new Answer.Chosen(text);
    };
  }

  private static Answer number(String path, String text) {
    try {
      return new Answer.Amount(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "number at " + path);
    }
  }

  private static AgeGroup age(String code) {
    try {
      return AgeGroup.of(code);
    } catch (DomainFault e) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "age group");
    }
  }

  private static boolean act(String word) {
    return switch (word) {
      case "true", "yes" -> true;
      case "", "false", "no" -> false;
      default -> throw new FormFault(FormFault.Code.UNKNOWN_WORD, "act");
    };
  }

  private static Account fromJson(Catalogue catalogue, byte[] json) {
    Value.Parts object = object(json);
    for (String key : object.parts().keySet()) {
      if (!KEYS.contains(key)) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "key " + key);
      }
    }
    Map<String, Reading> readings = new HashMap<>();
    if (object.parts().get("indicators") instanceof Value.Parts indicators) {
      indicators.parts().forEach((code, value) -> readings.put(known(catalogue, code), of(value)));
    } else if (object.parts().containsKey("indicators")) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "indicators is an object");
    }
    boolean act =
        switch (object.parts().get("act")) {
          case null -> false;
          case Value.Flag f -> f.yes();
          default -> throw new FormFault(FormFault.Code.UNKNOWN_WORD, "act");
        };
    AgeGroup age =
        switch (object.parts().get("ageGroup")) {
          case null -> AgeGroup.UNKNOWN;
          case Value.Text t -> age(t.text());
          default -> throw new FormFault(FormFault.Code.UNKNOWN_WORD, "age group");
        };
    return new Account(age, readings, act);
  }

  private static Value.Parts object(byte[] json) {
    try {
      return Json.readParts(json);
    } catch (DomainFault e) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, String.valueOf(e.getMessage()));
    }
  }

  private static String known(Catalogue catalogue, String code) {
    if (catalogue.indicator(code).isEmpty()) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "indicator " + code);
    }
    return code;
  }

  private static Reading of(Value value) {
    if (value instanceof Value.Text t) {
      return Reading.of(t.text());
    }
    throw new FormFault(FormFault.Code.UNKNOWN_WORD, "answer");
  }
}
