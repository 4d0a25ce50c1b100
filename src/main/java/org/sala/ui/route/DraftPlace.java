package org.sala.ui.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.ui.text.Texts;

/**
 * Where a half-filled form stands, read from the name that it is kept by: what it is of and its
 * record, or for a dialog the place where it was opened and the message that it is called by.
 *
 * @param place empty where none leads back to it
 * @param record empty where it is of none
 * @param dialog what has to be opened there: what the dialog is called, without words where only
 *     the dialog knows them; empty for a form that stands on its page
 */
public record DraftPlace(
    Optional<Place> place, Optional<RecordId> record, Optional<String> dialog) {
  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** A place as it is written: its name and what it is of; of a case without its tab. */
  private static final Pattern SHAPE =
      Pattern.compile("(?:(case) (" + ID + ")|(\\w+)\\[(.*?)]+)(?: (\\S+).*)?", Pattern.DOTALL);

  private static final Pattern PAGE = Pattern.compile("(\\w+)(?: (" + ID + ").*)?", Pattern.DOTALL);

  private static final Pattern FIRST = Pattern.compile(ID);

  /** Reads the name of a form. */
  public static DraftPlace of(String form, Texts texts) {
    Matcher dialog = SHAPE.matcher(form);
    if (dialog.matches()) {
      boolean inCase = dialog.group(1) != null;
      String of = inCase ? dialog.group(2) : dialog.group(4);
      Optional<RecordId> record = record(of);
      String name = inCase ? "case" : dialog.group(3);
      return new DraftPlace(
          place(name, record), record, Optional.of(words(dialog.group(5), texts)));
    }
    Matcher page = PAGE.matcher(form);
    if (page.matches()) {
      Optional<RecordId> record = page.group(2) == null ? Optional.empty() : record(page.group(2));
      return new DraftPlace(place(page.group(1), record), record, opened(page.group(1), texts));
    }
    return new DraftPlace(Optional.empty(), Optional.empty(), Optional.of(""));
  }

  private static Optional<RecordId> record(String in) {
    Matcher id = FIRST.matcher(in);
    return id.find() ? Optional.of(RecordId.of(id.group())) : Optional.empty();
  }

  private static Optional<Place> place(String name, Optional<RecordId> record) {
    return switch (name) {
      case "Today" -> Optional.of(new Place.Today());
      case "PeopleHere" -> Optional.of(new Place.PeopleHere());
      case "House" -> Optional.of(new Place.House());
      case "intake", "Intake" -> Optional.of(new Place.Intake());
      case "Screenings" -> Optional.of(new Place.Screenings());
      case "Practice" -> Optional.of(new Place.Practice());
      case "Cases" -> Optional.of(new Place.Cases());
      case "Exhibits" -> Optional.of(new Place.Exhibits());
      case "Packages" -> Optional.of(new Place.Packages());
      case "Overview" -> Optional.of(new Place.Overview());
      case "Arrivals" -> Optional.of(new Place.Arrivals());
      case "ObviousVersions" -> Optional.of(new Place.ObviousVersions());
      case "Directory" -> Optional.of(new Place.Directory());
      case "StillInside" -> Optional.of(new Place.StillInside());
      case "Stations" -> Optional.of(new Place.Stations());
      case "Partners" -> Optional.of(new Place.Partners());
      case "Founding" -> Optional.of(new Place.Founding());
      case "Settings" -> Optional.of(new Place.Settings());
      case "deciding", "Deciding" -> Optional.of(new Place.Deciding(record));
      case "SamePerson" -> Optional.of(new Place.SamePerson(record));
      default -> record.flatMap(id -> of(name, id));
    };
  }

  private static Optional<Place> of(String name, RecordId id) {
    return switch (name) {
      case "OnePerson" -> Optional.of(new Place.OnePerson(id));
      case "OneDossier" -> Optional.of(new Place.OneDossier(id));
      case "triage", "Triage" -> Optional.of(new Place.Triage(id));
      case "screening", "opening", "ending", "Interview" -> Optional.of(new Place.Interview(id));
      case "finding", "Review" -> Optional.of(new Place.Review(id));
      case "PracticeScore" -> Optional.of(new Place.PracticeScore(id));
      case "form", "Filling" -> Optional.of(new Place.Filling(id));
      case "statement", "OneStatement" -> Optional.of(new Place.OneStatement(id));
      case "case" -> Optional.of(new Place.OneCase(id, "overview"));
      case "OneExhibit" -> Optional.of(new Place.OneExhibit(id));
      case "ReceivedCopy" -> Optional.of(new Place.ReceivedCopy(id));
      default -> Optional.empty();
    };
  }

  /** The end of an interview is a page of its own, behind the questions. */
  private static Optional<String> opened(String name, Texts texts) {
    return name.equals("ending") ? Optional.of(texts.t("end.title")) : Optional.empty();
  }

  /** What a message says, where it needs nothing filled in. */
  private static String words(@Nullable String key, Texts texts) {
    if (key == null || key.indexOf('.') < 0) {
      return "";
    }
    int dot = key.indexOf('.');
    String last = key.substring(dot + 1);
    String words = texts.code(key.substring(0, dot), last);
    return words.equals(last) || words.contains("{") ? "" : words;
  }

  @Override
  public String toString() {
    return "DraftPlace";
  }
}
