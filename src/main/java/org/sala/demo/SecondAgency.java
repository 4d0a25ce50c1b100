package org.sala.demo;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.partner.Received;
import org.sala.casework.partner.Redaction;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.text.Texts;

/**
 * An agency of another country gets a copy: cards are exchanged, one person agrees, one does not,
 * one fears that very country; what is protected, written in free words or about anybody else
 * stays.
 */
final class SecondAgency {
  private static final String NAME = "Victim Desk of Elsewhere";
  private static final String COUNTRY = "PH";
  private static final String PURPOSE = Consents.PURPOSES.getFirst();

  private final Path folder;
  private final Consumer<String> say;

  SecondAgency(Path folder, Consumer<String> say) {
    this.folder = folder;
    this.say = say;
  }

  /**
   * What went wrong; empty when nothing did.
   *
   * @param theirs a workspace that is nobody's yet
   */
  Optional<String> play(Desk hq, Desk theirs) {
    theirs
        .headquarters()
        .found(
            new Headquarters.Founding(
                NAME,
                "Desk of Elsewhere",
                "EL-0000",
                COUNTRY,
                folder.resolve("authority-elsewhere"),
                WorkingNight.AUTHORITY_PASSPHRASE.toCharArray()));
    introduce(theirs, hq, "card-examples.json");
    RecordId partner = introduce(hq, theirs, "card-elsewhere.json");
    Optional<RecordId> about = caseOf(hq);
    if (about.isEmpty()) {
      return Optional.of("there is a case with three people to copy");
    }
    asked(hq, hq.people().inCase(about.get()));
    Redaction copy =
        hq.copies()
            .look(new CopyRequest(partner, PURPOSE, new CopyRequest.Scope.OneCase(about.get())));
    told(copy);
    if (copy.people().size() != 1 || copy.protection()) {
      return Optional.of("one person is in the copy, and nothing that is protected");
    }
    PackageLine sealed =
        hq.copies().seal(copy, Texts.in("en", ZoneId.of("Asia/Bangkok")), Progress.none());
    say.accept("The copy is sealed as it was looked through, to the key on their card");
    return answered(hq, theirs, sealed.id());
  }

  /** The case that the pictures show: the first by number that has enough people in it. */
  static Optional<RecordId> caseOf(Desk hq) {
    return hq.cases().list("", "number", false, 0, 10).stream()
        .map(c -> c.id())
        .filter(c -> hq.people().inCase(c).size() > 2)
        .findFirst();
  }

  /** One card goes over, and the code that one side reads out is typed by the other. */
  private RecordId introduce(Desk to, Desk whom, String file) {
    Path card = folder.resolve(file);
    whom.partners().write(card);
    PartnerCard own = whom.partners().own();
    RecordId partner = to.partners().confirm(to.partners().read(card), own.code());
    say.accept(own.name() + " is known to the other agency by its card; the code is " + own.code());
    return partner;
  }

  private static void asked(Desk hq, List<People.PersonLine> people) {
    hq.consents()
        .ask(
            people.get(0).id(),
            PURPOSE,
            NAME,
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "IN-04", "Guardian Example"));
    hq.consents()
        .ask(
            people.get(1).id(),
            PURPOSE,
            NAME,
            Consents.Answer.NO,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    hq.consents()
        .ask(
            people.get(2).id(),
            PURPOSE,
            NAME,
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("vi", "IN-07", "Guardian Example"));
    hq.fears().says(people.get(2).id(), COUNTRY, Fears.Of.RETURN);
  }

  /** The list that is looked through before anything is sealed. */
  private void told(Redaction copy) {
    say.accept(
        "Looked through before it is sealed; people: "
            + counted(copy.asked().stream().map(a -> word(a.word()))));
    List<Redaction.Line> lines = copy.items().stream().flatMap(i -> i.lines().stream()).toList();
    say.accept(
        "Of "
            + copy.items().size()
            + " records "
            + lines.stream().filter(Redaction.Line::goes).count()
            + " fields go; stay: "
            + counted(lines.stream().flatMap(l -> l.why().stream()).map(SecondAgency::word)));
  }

  private static String counted(Stream<String> words) {
    Map<String, Long> counts =
        words.collect(
            Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String word(Redaction.Word word) {
    return switch (word) {
      case YES -> "agreed";
      case OVERRIDDEN -> "without a yes, for their safety";
      case NOT_ASKED -> "not asked";
      case NO -> "said no";
      case DISPUTED -> "with two answers";
      case FEARS -> "in fear of that country";
    };
  }

  private static String word(Redaction.Why why) {
    return switch (why) {
      case OFFICER -> "taken out";
      case PROTECTED -> "protected";
      case FREE_TEXT -> "in free words";
      case FILE -> "files";
      case DISPUTED -> "undecided";
      case OTHERS -> "about others";
      case LEFT_OUT -> "left out by the person";
      case NOT_TOLD -> "not told";
      case NO_KEY -> "without a key";
    };
  }

  /**
   * Lets the other agency read the copy and answer, and takes the answer in; tells what went wrong.
   */
  private Optional<String> answered(Desk hq, Desk theirs, RecordId sealed) {
    Path stick = folder.resolve("usb-elsewhere");
    if (!(theirs.packages().take(hq.packages().carry(sealed, stick))
            instanceof Importing.Outcome.Imported taken)
        || taken.receipt().isEmpty()) {
      return Optional.of("the other agency takes the copy, and answers");
    }
    Optional<Received> received = theirs.copies().received().stream().findFirst();
    if (received.isEmpty() || theirs.people().count("") > 0 || theirs.cases().count("") > 0) {
      return Optional.of("a copy is a record of its own, and no person or case of theirs");
    }
    say.accept(
        NAME
            + " reads "
            + received.get().extracts()
            + " extracts from "
            + received.get().agency()
            + "; no person or case of theirs came of it");
    hq.packages().take(theirs.packages().carry(taken.receipt().get(), stick));
    boolean back =
        hq.packages().list().stream()
            .anyMatch(p -> p.id().equals(sealed) && p.state() == PackageState.RECEIVED);
    say.accept("Their receipt is back: the copy is received");
    return back ? Optional.empty() : Optional.of("their receipt makes the copy received");
  }
}
