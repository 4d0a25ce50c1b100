package org.sala.casework.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.AttachedFiles;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.screening.AnswerFields;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Taking;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Value;
import org.sala.form.Form;
import org.sala.form.FormFault;
import org.sala.form.Rehearsal;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Forms from elsewhere, such as those made with KoboToolbox or ODK. Each is kept byte for byte in
 * the vault and travels with what was filled in, so that headquarters sees the questions too.
 */
public final class BlankForms {
  /** Any number: the same form gets the same verdict. */
  private static final long SEED = 1;

  /** Far more than any honest form takes to open, or to be answered once. */
  private static final Duration MOST_TIME = Duration.ofSeconds(30);

  private static final long MOST_BYTES = 16L << 20;

  /** Forms that were read: of one digest there is one form for ever. */
  private static final Map<String, Form> READ = new ConcurrentHashMap<>();

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public BlankForms(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** One of the forms from elsewhere, as it names itself. */
  public record Blank(String id, String version, String digest, String title) {}

  /** What came of taking one in. */
  public sealed interface Installed {
    record Done(Blank blank) implements Installed {}

    /** The file is no form, or asks for something that is not run; each finding has its place. */
    record Refused(List<String> findings) implements Installed {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** The file cannot be read, or there is no room for it. */
    record NotTaken(Taking why) implements Installed {}
  }

  /** Returns all forms from elsewhere, the last taken in first; of the same bytes one. */
  public List<Blank> all() {
    Map<String, Blank> all = new LinkedHashMap<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.BLANK.key())) {
      Blank b = blank(station.view().records().fields(row.id()));
      if (!b.digest().isEmpty()) {
        all.putIfAbsent(b.digest(), b);
      }
    }
    return new ArrayList<>(all.values());
  }

  private static Blank blank(Map<String, FieldState> fields) {
    return new Blank(
        Stored.text(fields, "form").orElse(""),
        Stored.text(fields, "formVersion").orElse(""),
        Stored.text(fields, "formDigest").orElse(""),
        Stored.text(fields, "title").orElse(""));
  }

  /** Takes a form in, if all of it can be run; one that is here already is not taken twice. */
  public Installed install(Path file) {
    Form form;
    try {
      if (Files.size(file) > MOST_BYTES) {
        return new Installed.Refused(List.of("more than 16 MiB"));
      }
      form = read(Files.readAllBytes(file));
    } catch (IOException e) {
      return new Installed.NotTaken(new Taking.Unreadable());
    } catch (FormFault e) {
      return new Installed.Refused(e.findings());
    }
    Blank blank = new Blank(form.id(), form.version(), form.digest(), form.title());
    if (all().contains(blank)) {
      return new Installed.Done(blank);
    }
    try {
      // Never run by half: what fails on the way is found here and not in front of a person.
      Rehearsal.of(form, SEED, MOST_TIME);
    } catch (FormFault e) {
      return new Installed.Refused(e.findings());
    }
    Taking taking =
        new Attachments(station, ledger)
            .take(
                file,
                new Attachments.Place(station.scope(), Compartment.INVESTIGATION),
                type -> true,
                Progress.none(),
                taken -> {
                  Map<String, Value> fields = new LinkedHashMap<>();
                  fields.put("form", Value.text(blank.id()));
                  fields.put("formVersion", Value.text(blank.version()));
                  fields.put("formDigest", Value.text(blank.digest()));
                  Stored.put(fields, "title", blank.title());
                  fields.put("at", station.now().toValue());
                  fields.put("file", taken.toValue());
                  var id = station.ids().record();
                  ledger.write(new Act().make(id, Kinds.BLANK, station.scope(), fields));
                  return id;
                });
    return taking instanceof Taking.Taken
        ? new Installed.Done(blank)
        : new Installed.NotTaken(taking);
  }

  /** A form whose answers cannot be named in the view is refused like one that cannot be run. */
  public static Form read(byte[] bytes) {
    Form form = Form.read(bytes, MOST_TIME);
    if (form.longestPath() > AnswerFields.LONGEST_PATH - 40) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, "names of groups that are too long");
    }
    return form;
  }

  /** The form of that digest, if it is here and still what it was. */
  public Optional<Form> find(String digest) {
    Form read = READ.get(digest);
    if (read != null) {
      return Optional.of(read);
    }
    for (Records.Row row : station.view().records().ofKind(Kinds.BLANK.key())) {
      if (blank(station.view().records().fields(row.id())).digest().equals(digest)) {
        Optional<Form> form = open(row).filter(f -> f.digest().equals(digest));
        if (form.isPresent()) {
          READ.put(digest, form.get());
          return form;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Form> open(Records.Row row) {
    if (new AttachedFiles(station, audit).open(row.id(), "file")
        instanceof AttachedContent.Opening.Opened o) {
      try (AttachedContent content = o.content()) {
        return Optional.of(read(content.first((int) MOST_BYTES)));
      } catch (IOException | FormFault e) {
        // Spoiled, or of a newer Sala that runs more: the answers are then shown without it.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
