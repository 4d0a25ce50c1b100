package org.sala.ui.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.Words;

/** Words in one language, and how that language writes times and sizes. */
public final class Texts implements Words {
  /** The languages that are complete. */
  public static final List<String> LANGUAGES = List.of("en", "th");

  private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private final String language;
  private final Locale locale;
  private final Properties words;
  private final ZoneId zone;

  private Texts(String language, ZoneId zone, Properties words) {
    this.language = language;
    this.zone = zone;
    this.locale = Locale.of(language);
    this.words = words;
  }

  /** The words of a language; times are told as the clocks in a zone show them. */
  public static Texts in(String language, ZoneId zone) {
    String known = LANGUAGES.contains(language) ? language : "en";
    return new Texts(known, zone, read(known));
  }

  /** The words of a language, read once. */
  static Properties read(String language) {
    return READ.computeIfAbsent(language, Texts::load);
  }

  static Properties load(String language) {
    Properties words = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(
                Texts.class.getResourceAsStream("messages_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("message bundle", e);
    }
    return words;
  }

  @Override
  public String language() {
    return language;
  }

  /** Where the clocks on the wall are read. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * The words of a key with its places filled in; a missing key is a fault that a test finds first.
   */
  @Override
  public String t(String key, Object... values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** The words of a stored code, or the code itself where a newer station wrote an unknown one. */
  @Override
  public String code(String family, String code) {
    return code.isEmpty() ? t("none") : words.getProperty(family + "." + code, code);
  }

  /** Whether somebody who wrote this meant that code, in whichever language that screens speak. */
  public boolean says(String family, String code, String written) {
    return LANGUAGES.stream()
        .map(l -> read(l).getProperty(family + "." + code, code))
        .anyMatch(written.strip()::equalsIgnoreCase);
  }

  /** A country by its ISO 3166-1 code; ZZ is one that was not named. */
  public String country(String code) {
    return code.equals("ZZ")
        ? t("country.notnamed")
        : Locale.of("", code).getDisplayCountry(locale);
  }

  /** The clock on the wall, with seconds. */
  public String clock(Moment moment) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(moment.local());
  }

  /** The clock on the wall where it was, to the minute; see {@link #date(Moment)}. */
  public String time(Moment moment) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.local()) + elsewhere(moment);
  }

  /**
   * Day and time as the clock on the wall showed it where it was, in the Buddhist era where the
   * language counts so; with the offset from UTC where the clock here shows another time.
   */
  @Override
  public String date(Moment moment) {
    return formatter("d MMM uuuu HH:mm").format(moment.local()) + elsewhere(moment);
  }

  /** Two times side by side are compared: one of another zone says so. */
  private String elsewhere(Moment moment) {
    ZoneOffset there = moment.local().getOffset();
    return there.equals(zone.getRules().getOffset(moment.instant()))
        ? ""
        : " " + OFFSET.format(there);
  }

  @Override
  public String date(long millis) {
    return formatter("d MMM uuuu HH:mm").format(at(millis));
  }

  /** Day and time where little room is; the year only where it is not plain which one. */
  public String near(Moment moment, long nowMillis) {
    Duration away = Duration.ofMillis(moment.instant().toEpochMilli() - nowMillis).abs();
    return away.compareTo(Duration.ofDays(180)) > 0
        ? date(moment)
        : formatter("d MMM HH:mm").format(moment.local()) + elsewhere(moment);
  }

  /** The whole day by name. */
  public String day(ZonedDateTime time) {
    return formatter("EEEE d MMMM, HH:mm").format(time);
  }

  /** A day without a time. */
  public String day(LocalDate day) {
    return formatter("d MMM uuuu").format(day);
  }

  @Override
  public String amount(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(number.abs().compareTo(TEN_THOUSAND) >= 0);
    int digits = Math.max(0, number.scale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  @Override
  public String day(PartialDate day) {
    return BirthWords.of(day, this);
  }

  /** A month of a year. */
  public String month(LocalDate day) {
    return formatter("MMM uuuu").format(day);
  }

  /** Words of this language's era, with the year of the other one. */
  public String bothEras(String words, int christian) {
    return t(
        "birth.eras", words, Integer.toString(language.equals("th") ? christian : christian + 543));
  }

  private DateTimeFormatter formatter(String pattern) {
    return language.equals("th")
        ? DateTimeFormatter.ofPattern(pattern.replace("uuuu", "y"), locale)
            .withChronology(ThaiBuddhistChronology.INSTANCE)
        : DateTimeFormatter.ofPattern(pattern, locale);
  }

  private ZonedDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone);
  }

  /** How long ago, in the largest unit that says something. */
  public String ago(long millis, long nowMillis) {
    Duration d = Duration.ofMillis(Math.max(0, nowMillis - millis));
    return d.toMinutes() < 60
        ? t("time.minutes", d.toMinutes())
        : d.toHours() < 48 ? t("time.hours", d.toHours()) : t("time.days", d.toDays());
  }

  /** How long somebody has waited: hours and minutes, for in a hall minutes count. */
  public String waits(long millis, long nowMillis) {
    long minutes = Math.max(0, nowMillis - millis) / 60_000;
    return minutes < 60
        ? t("time.minutes", minutes)
        : minutes < 24 * 60
            ? t("time.hoursminutes", minutes / 60, minutes % 60)
            : ago(millis, nowMillis);
  }

  /** How much time is left: in hours up to four days, for until then hours are counted. */
  public String left(long millis) {
    long hours = Math.max(0, millis) / 3_600_000;
    return hours >= 24 && hours < 96 ? t("time.hours", hours) : waits(0, millis);
  }

  /** An hour of the day. */
  public String hour(ZonedDateTime time) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).format(time);
  }

  /** A year as the language counts it. */
  public String year(int christian) {
    return Integer.toString(language.equals("th") ? christian + 543 : christian);
  }

  /** The number of a package as people say it, from 0001; a dash where it has none. */
  public static String packageNumber(long sequence) {
    return sequence == 0 ? "–" : String.format(Locale.ROOT, "%04d", sequence);
  }

  /** Bytes as people read them. */
  public String size(long bytes) {
    return bytes < 1_000_000
        ? t("size.kb", (bytes + 999) / 1000)
        : bytes < 1_000_000_000L
            ? t("size.mb", (bytes + 500_000) / 1_000_000)
            : t("size.gb", bytes / 1e9);
  }
}
