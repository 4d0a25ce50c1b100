package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.EnrolmentAnswer;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.station.Tools;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.WorkspaceKeys;

/**
 * An agency as every history finds it: a headquarters and stations that it has enrolled, with two
 * officers each, and another agency that it knows. Keys and certificates are made once.
 *
 * @param safe where the key of the agency's authority lies
 */
record Founded(Kept headquarters, List<Kept> stations, Kept agency, Path safe) {
  static final String SECOND = "nine";

  /** The passphrase of whoever is the second officer, at headquarters and at each station. */
  static char[] phrase() {
    return "phrase of nine".toCharArray();
  }

  /** The passphrase of the authority's key, and of whatever key follows it. */
  static char[] authorityPhrase() {
    return "phrase of the authority".toCharArray();
  }

  static Founded make(Path root, Tools given, int stations) {
    try (Views views = new Views()) {
      Ticking clock = new Ticking(new Ticking.Time(), Duration.ZERO);
      Tools tools = new Tools(clock, given.random(), given.policy(), given.newWorkspaces().get());
      Laptop.Setting setting = new Laptop.Setting(tools, views, Broken.NOTHING);
      Path at = root.resolve("headquarters");
      Path safe = root.resolve("authority");
      Kept begun = begin(at, tools);
      try (Laptop hq = new Laptop("headquarters", at, begun, clock, setting, false)) {
        hq.officers().introduce("Officer Zero Example");
        Headquarters acts = found(hq, "Agency of Examples", "TH", safe);
        Kept agency = agency(root, hq, setting);
        List<Kept> enrolled = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
          Path folder = root.resolve("station" + i);
          try (Laptop laptop =
              new Laptop("station " + i, folder, begin(folder, tools), clock, setting, false)) {
            laptop.officers().introduce("Officer " + i + " Example");
            laptop.officers().add("Second Officer " + i + " Example", SECOND, phrase());
            enrol(laptop, acts, root, i);
            enrolled.add(laptop.backup());
          }
        }
        // Where there are two, two enrol: the second comes when all stations are there.
        hq.officers().add("Officer Nine Example", SECOND, phrase());
        acts.certify(acts.uncertified().keySet().iterator().next(), "EX-0009");
        return new Founded(hq.backup(), enrolled, agency, safe);
      }
    }
  }

  private static Headquarters found(Laptop hq, String agency, String country, Path authority) {
    Headquarters acts = new Headquarters(hq.station(), hq.ledger(), hq.audit());
    try {
      Files.createDirectories(authority);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    acts.found(
        new Headquarters.Founding(
            agency, "Headquarters", "EX-0000", country, authority, authorityPhrase()));
    return acts;
  }

  /**
   * Founds another agency; the two know each other while each has one officer, who needs no second.
   */
  private static Kept agency(Path root, Laptop hq, Laptop.Setting setting) {
    Path at = root.resolve("agency");
    Ticking clock = hq.clock();
    try (Laptop there =
        new Laptop("agency", at, begin(at, hq.station().tools()), clock, setting, false)) {
      there.officers().introduce("Officer Elsewhere Example");
      found(there, Abroad.NAME, "PH", root.resolve("authority elsewhere"));
      introduce(hq, there);
      introduce(there, hq);
      return there.backup();
    }
  }

  private static void introduce(Laptop to, Laptop whom) {
    PartnerCard card = whom.partners().own();
    to.partners().confirm(to.partners().read(card.text()), card.code());
  }

  private static void enrol(Laptop laptop, Headquarters hq, Path files, int number) {
    Path request = files.resolve("request-" + number);
    Path answer = files.resolve("answer-" + number);
    String letter = String.valueOf((char) ('A' + number));
    Enrolment enrolment =
        new Enrolment(
            laptop.station(),
            laptop.audit(),
            laptop.officers(),
            new Adoptions(laptop.station(), laptop.ledger(), laptop.officers()));
    enrolment.request(
        request,
        "EX-1" + letter,
        enrolment.colleague(SECOND, phrase(), "EX-2" + letter).stream().toList());
    String code = hq.answer(request, "Station " + letter, letter, "EX-" + letter, answer);
    EnrolmentAnswer opened = enrolment.open(answer);
    if (!opened.code().equals(code)) {
      throw new IllegalStateException("the codes differ");
    }
    enrolment.confirm(opened);
  }

  private static Kept begin(Path root, Tools tools) {
    SecureRandom random = tools.random();
    Map<Compartment, Secret> compartments = new EnumMap<>(Compartment.class);
    Map<Compartment, AgeIdentity> receiving = new EnumMap<>(Compartment.class);
    for (Compartment c : Compartment.values()) {
      compartments.put(c, Secret.random(random));
      receiving.put(c, AgeIdentity.generate());
    }
    WorkspaceKeys keys = new WorkspaceKeys(Secret.random(random), compartments, receiving);
    OfficerKeys officer = new OfficerKeys(SigningKey.generate(random), AgeIdentity.generate());
    Kept kept = Laptop.found(root, tools, keys, officer);
    new KeyFile(root, new PassphraseKdf(tools.policy()), random)
        .create(
            tools.newWorkspaces().get(),
            "zero",
            "phrase of zero".toCharArray(),
            keys,
            Optional.of(officer));
    return kept;
  }
}
