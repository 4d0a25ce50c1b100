package org.sala.demo;

import java.util.ArrayList;
import java.util.List;

/** What of the night must never lie readable, for the search that proves it. */
public final class Words {
  private Words() {}

  /**
   * Every name of the cast, what each of them needs, and what was being typed when the program was
   * killed.
   */
  public static List<String> ofTheCast() {
    List<String> words = new ArrayList<>();
    for (List<Cast.Person> some : List.of(Cast.of("a"), Cast.of("b"), Cast.drivers())) {
      for (Cast.Person p : some) {
        words.add(p.name());
        words.add(p.roman());
        words.add(p.roman().replace(" Example", ""));
        words.add(p.needs());
      }
    }
    words.add(Typing.SENTENCE.substring(0, Typing.KEPT));
    words.removeIf(String::isEmpty);
    return words;
  }

  /** Returns both passphrases; each opens something. */
  public static List<String> passphrases() {
    return List.of(WorkingNight.PASSPHRASE, WorkingNight.AUTHORITY_PASSPHRASE);
  }
}
