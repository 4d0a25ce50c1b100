package org.sala.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of a country. What a frightened person hears first is never run half. */
final class CountryReader {
  private static final String FIRST_LINE = "sala-country 1";
  private static final int MOST_NUMBERS = 6;

  private static final Pattern COUNTRY = Pattern.compile("country ([A-Z]{2})");
  private static final Pattern TELL = Pattern.compile("tell ([a-z]{1,20})( elsewhere)?");
  private static final Pattern SILENT = Pattern.compile("silent (interpreter|officer)");
  private static final Pattern CALL = Pattern.compile("call (\\+?[0-9][0-9 -]{1,18}[0-9])");
  private static final List<Pattern> HEADS =
      List.of(COUNTRY, TELL, SILENT, CALL, Pattern.compile("identifies"));

  private CountryReader() {}

  /**
   * Reads the file of a country.
   *
   * @param file its name, for what is said of it
   * @throws FormFault with everything that is wrong, each with its line
   */
  static Country read(String file, byte[] bytes) {
    WordedParts read =
        WordedParts.read(
            file, bytes, FIRST_LINE, l -> HEADS.stream().anyMatch(p -> p.matcher(l).matches()));
    String code = "";
    List<Country.Told> told = new ArrayList<>();
    Map<Country.About, Wording> silent = new EnumMap<>(Country.About.class);
    List<Country.Call> numbers = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> part : read.parts().entrySet()) {
      String head = part.getKey();
      Wording wording = new Wording(part.getValue());
      Matcher country = COUNTRY.matcher(head);
      Matcher tell = TELL.matcher(head);
      Matcher asked = SILENT.matcher(head);
      Matcher call = CALL.matcher(head);
      if (country.matches()) {
        if (!code.isEmpty()) {
          read.wrong("one country");
        }
        code = country.group(1);
        continue;
      } else if (tell.matches()) {
        told.add(new Country.Told(tell.group(1), tell.group(2) != null, wording));
      } else if (asked.matches()) {
        silent.put(Country.About.valueOf(asked.group(1).toUpperCase(Locale.ROOT)), wording);
      } else if (call.matches()) {
        numbers.add(new Country.Call(call.group(1), wording));
      }
      if (!part.getValue().containsKey("en")) {
        read.wrong(head + " needs words in English");
      }
    }
    if (code.isEmpty()) {
      read.wrong("a country is needed");
    }
    needed(read, silent.size(), numbers.size());
    read.check();
    return new Country(
        code,
        told,
        silent,
        new Wording(read.parts().getOrDefault("identifies", Map.of())),
        numbers);
  }

  private static void needed(WordedParts read, int silent, int numbers) {
    for (String point : Country.POINTS) {
      if (!read.parts().containsKey("tell " + point)) {
        read.wrong("tell " + point + " is missing");
      }
    }
    if (silent < Country.About.values().length) {
      read.wrong("both silent questions are needed");
    }
    if (numbers > MOST_NUMBERS) {
      read.wrong("at most " + MOST_NUMBERS + " numbers to call");
    }
    if (!read.parts().containsKey("identifies")) {
      read.wrong("who identifies victims is missing");
    }
  }
}
