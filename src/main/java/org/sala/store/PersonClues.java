package org.sala.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.crypto.Sha256;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * What of a person's open fields another record of the same person would share, each in its normal
 * form. Of a field that is in dispute every version counts. Protected fields are never among them:
 * a safe contact leads nowhere.
 *
 * @param documents numbers of documents: letters and digits alone
 * @param contacts the end of a telephone number, or another address
 * @param numbers wristbands
 * @param names folded names and aliases in every script they were written in
 * @param sounds how those are heard, see {@link Consonants}
 * @param births every version of the birth date that says anything
 */
public record PersonClues(
    Set<String> documents,
    Set<String> contacts,
    Set<String> numbers,
    Set<String> names,
    Set<String> sounds,
    List<PartialDate> births,
    Set<String> nationalities,
    Set<String> sexes) {
  /** Telephone numbers are compared by so many last digits: with or without a country's prefix. */
  private static final int PHONE = 8;

  private static final int FEW_DIGITS = 4;

  /** A document's number as it is written among other words: "passport MX 123-4567, seen". */
  private static final Pattern NUMBER_OF_DOCUMENT =
      Pattern.compile("(?<!\\p{L})(?:\\p{L}{1,3}[\\s-]{0,2})?\\d[\\d\\s-]{3,30}\\d");

  /** A name that sounds like so little says nothing without a birth year. */
  private static final int LONG_SOUND = 4;

  private static final int SOUND = 2;

  /** An age that is told in round numbers would lead to half of everybody. */
  private static final int MOST_YEARS = 3;

  /** How much a clue is worth before the fields themselves are compared. */
  private static final int DOCUMENT = 60;

  private static final int CONTACT = 40;
  private static final int NUMBER = 30;
  private static final int NAME = 15;
  private static final int NAME_AND_YEAR = 20;

  /** The families of fields that are read. */
  static final Set<String> FAMILIES =
      Set.of("wristband", "name", "alias", "document", "contact", "birth", "nationality", "sex");

  public PersonClues {
    documents = Set.copyOf(documents);
    contacts = Set.copyOf(contacts);
    numbers = Set.copyOf(numbers);
    names = Set.copyOf(names);
    sounds = Set.copyOf(sounds);
    births = List.copyOf(births);
    nationalities = Set.copyOf(nationalities);
    sexes = Set.copyOf(sexes);
  }

  public static PersonClues of(Map<String, FieldState> fields) {
    Set<String> documents = new LinkedHashSet<>();
    Set<String> contacts = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> sounds = new LinkedHashSet<>();
    List<PartialDate> births = new ArrayList<>();
    Set<String> nationalities = new LinkedHashSet<>();
    Set<String> sexes = new LinkedHashSet<>();
    for (FieldState f : fields.values()) {
      int slash = f.key().indexOf('/');
      String family = slash < 0 ? f.key() : f.key().substring(0, slash);
      for (Value v : f.values()) {
        switch (family) {
          case "document" -> texts(v, t -> documents(t, documents));
          case "contact" -> texts(v, t -> contact(t, contacts));
          case "wristband" -> texts(v, t -> number(t, numbers));
          case "name", "alias" ->
              texts(
                  v,
                  t -> {
                    String folded = Folding.fold(t);
                    names.add(folded);
                    sounds.addAll(Consonants.ofName(folded));
                  });
          case "birth" -> birth(v, births);
          case "nationality" -> texts(v, t -> nationalities.add(Folding.fold(t)));
          case "sex" -> texts(v, t -> sexes.add(Folding.fold(t)));
          default -> {
            // Says nothing about who somebody is.
          }
        }
      }
    }
    names.remove("");
    return new PersonClues(
        documents, contacts, numbers, names, sounds, births, nationalities, sexes);
  }

  private static void texts(Value value, Consumer<String> each) {
    value.asText().filter(t -> !t.isBlank()).ifPresent(each);
    if (value instanceof Value.Parts parts) {
      for (String key : List.of("number", "text", "roman")) {
        parts.text(key).filter(t -> !t.isBlank()).ifPresent(each);
      }
    }
  }

  private static void birth(Value value, List<PartialDate> births) {
    PartialDate date = PartialDate.of(value);
    if (date.precision() != PartialDate.Precision.UNKNOWN) {
      births.add(date);
    }
  }

  /** Each run of digits with the few letters before it; else the whole without spaces and signs. */
  private static void documents(String text, Set<String> to) {
    String plainDigits = withPlainDigits(Folding.fold(text));
    Matcher number = NUMBER_OF_DOCUMENT.matcher(plainDigits);
    boolean found = false;
    while (number.find()) {
      to.add(plain(number.group()));
      found = true;
    }
    if (!found && digits(plainDigits).length() >= FEW_DIGITS) {
      to.add(plain(plainDigits));
    }
  }

  private static void contact(String text, Set<String> to) {
    String folded = Folding.fold(text);
    String digits = digits(folded);
    if (digits.length() >= PHONE - 1) {
      to.add(digits.substring(Math.max(0, digits.length() - PHONE)));
    } else if (folded.length() > FEW_DIGITS) {
      to.add(folded);
    }
  }

  private static void number(String text, Set<String> to) {
    String plain = plain(Folding.fold(text));
    if (!digits(plain).isEmpty()) {
      to.add(plain);
    }
  }

  /** Letters and digits alone; the digits of every script are one. */
  private static String plain(String folded) {
    StringBuilder out = new StringBuilder();
    withPlainDigits(folded)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String withPlainDigits(String folded) {
    StringBuilder out = new StringBuilder();
    folded
        .codePoints()
        .map(c -> Character.digit(c, 10) >= 0 ? '0' + Character.digit(c, 10) : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String digits(String folded) {
    StringBuilder out = new StringBuilder();
    folded.codePoints().map(c -> Character.digit(c, 10)).filter(d -> d >= 0).forEach(out::append);
    return out.toString();
  }

  /** Digests by which records that may be one person's are found, each with its worth. */
  Map<Long, Integer> keys() {
    Map<Long, Integer> keys = new HashMap<>();
    documents.forEach(d -> keys.put(hash("document", d), DOCUMENT));
    contacts.forEach(c -> keys.put(hash("contact", c), CONTACT));
    numbers.forEach(n -> keys.put(hash("number", n), NUMBER));
    for (String s : sounds) {
      int letters = heard(s);
      if (letters >= LONG_SOUND) {
        keys.put(hash("name", s), NAME);
      }
      if (letters >= SOUND) {
        years().forEach(y -> keys.put(hash("name " + y, s), NAME_AND_YEAR));
      }
    }
    return keys;
  }

  /** A Chinese letter says as much as two consonants. */
  private static int heard(String sounds) {
    return sounds.codePoints().map(c -> c > 'z' ? 2 : 1).sum();
  }

  private Set<Integer> years() {
    Set<Integer> years = new LinkedHashSet<>();
    for (PartialDate b : births) {
      int first = b.earliest().getYear();
      int last = b.latest().getYear();
      for (int y = first; last - first < MOST_YEARS && y <= last; y++) {
        years.add(y);
      }
    }
    return years;
  }

  private static long hash(String what, String text) {
    return ByteBuffer.wrap(Sha256.of((what + '\n' + text).getBytes(StandardCharsets.UTF_8)))
        .getLong();
  }

  @Override
  public String toString() {
    return "PersonClues";
  }
}
