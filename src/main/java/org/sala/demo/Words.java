package org.sala.demo;

import java.util.ArrayList;
import java.util.List;

/** What of the night must never lie readable, for the search that proves it. */
public final class Words {
  private Words() {}

  /** Every name of the cast, and what each of them needs. */
  public static List<String> ofTheCast() {
    List<String> words = new ArrayList<>();
    for (String letter : List.of("a", "b")) {
      for (Cast.Person p : Cast.of(letter)) {
        words.add(p.name());
        words.add(p.roman());
        words.add(p.roman().replace(" Example", ""));
        words.add(p.needs());
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  /** Both passphrases; each opens something. */
  public static List<String> passphrases() {
    return List.of(WorkingNight.PASSPHRASE, WorkingNight.AUTHORITY_PASSPHRASE);
  }
}
