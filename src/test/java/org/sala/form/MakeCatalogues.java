package org.sala.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The script that makes the newest version of the built-in screenings from their tables. Run it
 * after every change to them: {@code java -cp ... org.sala.form.MakeCatalogues
 * src/main/resources/org/sala/form/catalogues}; a test says so when it was forgotten. A version
 * that has been in use is never made again: give the next one a higher number.
 */
final class MakeCatalogues {
  /** One catalogue that is made. */
  record Made(String id, String version, String title, ScreeningTables tables) {
    String folder() {
      return id + "/" + version;
    }

    boolean facts() {
      return id.equals("scam-compound");
    }
  }

  /** One questionnaire that is made: a form that nothing is concluded from. */
  record Asked(String id, String version, String title, boolean protectedAnswers) {
    String folder() {
      return id + "/" + version;
    }

    boolean windows() {
      return id.equals("defrauded");
    }
  }

  static final List<Asked> QUESTIONNAIRES =
      List.of(
          new Asked("defrauded", "2", "Defrauded person", false),
          new Asked("needs", "1", "Needs and safety plan", true));

  /** The languages of the halls beside English and Thai; no native speaker has reviewed a word. */
  static final List<String> MORE = List.of("km", "lo", "my", "vi", "zh", "id");

  static final List<Made> ALL =
      List.of(
          new Made(
              "scam-compound",
              "6",
              "Scam-compound screening",
              ScreeningTables.read("scam-compound", MORE)),
          new Made(
              "labour",
              "3",
              "Labour-trafficking screening",
              ScreeningTables.read("labour", List.of())));

  /** What holds in Thailand; the same for everybody who is screened there. */
  private static final Path COUNTRY = Path.of("src/test/resources/org/sala/form/country.txt");

  /** What everybody is asked to agree to before a rested screening. */
  private static final Path CONSENTS = Path.of("src/test/resources/org/sala/form/consents.txt");

  /** The words of the card that everybody takes along. */
  private static final Path CARD = Path.of("src/test/resources/org/sala/form/card.txt");

  /** How long money can be called back. */
  private static final Path WINDOWS =
      Path.of("src/test/resources/org/sala/form/defrauded/windows.txt");

  /** What is never asked of people from scam compounds. */
  private static final Path FACTS =
      Path.of("src/test/resources/org/sala/form/scam-compound/facts.txt");

  private MakeCatalogues() {}

  /** Writes the catalogues into a folder. */
  public static void main(String[] words) throws IOException {
    for (Map.Entry<String, Map<String, byte[]>> made : all().entrySet()) {
      Path folder = Files.createDirectories(Path.of(words[0]).resolve(made.getKey()));
      for (Map.Entry<String, byte[]> file : made.getValue().entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    }
  }

  /** The files of everything that is made, by the folder of its version. */
  static Map<String, Map<String, byte[]>> all() {
    Map<String, Map<String, byte[]>> all = new TreeMap<>();
    ALL.forEach(made -> all.put(made.folder(), files(made)));
    QUESTIONNAIRES.forEach(made -> all.put(made.folder(), files(made)));
    return all;
  }

  private static Map<String, byte[]> files(Asked made) {
    String manifest =
        "sala-catalogue 1\n"
            + ("id " + made.id() + "\nversion " + made.version() + "\n")
            + "form everyone form.xml\n"
            + (made.protectedAnswers() ? "answers protected\n" : "")
            + (made.windows() ? "windows windows.txt\n" : "")
            + "# No language but English has been reviewed by a native speaker yet.\n"
            + "# A review is written here as: reviewed th by NAME\n";
    Map<String, byte[]> files = new TreeMap<>();
    files.put("catalogue.txt", manifest.getBytes(StandardCharsets.UTF_8));
    files.put("form.xml", MakeQuestionnaire.of(made));
    if (made.windows()) {
      files.put("windows.txt", bytes(WINDOWS));
    }
    return files;
  }

  static Map<String, byte[]> files(Made made) {
    Map<String, byte[]> files = new TreeMap<>();
    boolean child = !made.tables().childWords().isEmpty();
    String manifest =
        "sala-catalogue 1\n"
            + ("id " + made.id() + "\nversion " + made.version() + "\n")
            + (child ? "form adult adult.xml\nform child child.xml\n" : "form everyone form.xml\n")
            + "rules rules.txt\ncountry country.txt\n"
            + "consents consents.txt\ncard card.txt\n"
            + (made.facts() ? "facts facts.txt\n" : "")
            + "# No language but English has been reviewed by a native speaker yet.\n"
            + "# A review is written here as: reviewed th by NAME\n";
    files.put("catalogue.txt", manifest.getBytes(StandardCharsets.UTF_8));
    files.put("rules.txt", MakeRules.of(made.tables()));
    files.put("country.txt", bytes(COUNTRY));
    files.put("consents.txt", bytes(CONSENTS));
    files.put("card.txt", bytes(CARD));
    if (made.facts()) {
      files.put("facts.txt", bytes(FACTS));
    }
    files.put(child ? "adult.xml" : "form.xml", MakeForm.of(made, false));
    if (child) {
      files.put("child.xml", MakeForm.of(made, true));
    }
    return files;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
