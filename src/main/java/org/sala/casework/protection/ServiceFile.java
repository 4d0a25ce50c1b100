package org.sala.casework.protection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.FileNames;

/** Reads a directory of services from a file; format in {@code docs/formats/services.md}. */
final class ServiceFile {
  private static final String FIRST_LINE = "sala-services 1";
  private static final int MOST_BYTES = 256 << 10;
  private static final int MOST_AGENCIES = 500;
  private static final int LONGEST = 300;
  private static final Set<String> SERVICES =
      Set.copyOf(Arrays.stream(Referral.Service.values()).map(Enum::name).toList());

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Services.Agency> agencies = new LinkedHashMap<>();
  private long version;
  private String name = "";
  private final Set<Referral.Service> services = new LinkedHashSet<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private String hours = "";
  private String contact = "";

  private ServiceFile() {}

  /** What a file says, or everything that is wrong with it, each with its line. */
  record Read(long version, List<Services.Agency> agencies, List<String> problems) {}

  static Read read(byte[] bytes) {
    ServiceFile file = new ServiceFile();
    if (bytes.length > MOST_BYTES) {
      return new Read(0, List.of(), List.of("more than 256 KiB"));
    }
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
    if (!lines[0].strip().equals(FIRST_LINE)) {
      return new Read(0, List.of(), List.of("1: it begins with \"" + FIRST_LINE + "\""));
    }
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        file.line(i + 1, line);
      }
    }
    file.end(lines.length);
    if (file.version == 0) {
      file.problems.add("1: a version is needed");
    }
    return new Read(file.version, List.copyOf(file.agencies.values()), file.problems);
  }

  private void line(int at, String line) {
    String[] words = line.split("\\s+", 2);
    String rest = words.length < 2 ? "" : words[1].strip();
    if (rest.isEmpty() || rest.length() > LONGEST || !FileNames.shown(rest).equals(rest)) {
      problems.add(at + ": a word and what it says are needed, at most " + LONGEST + " letters");
      return;
    }
    switch (words[0]) {
      case "version" -> {
        if (rest.matches("[1-9][0-9]{0,8}") && version == 0) {
          version = Long.parseLong(rest);
        } else {
          problems.add(at + ": a version is one whole number, once");
        }
      }
      case "agency" -> {
        end(at);
        name = rest;
      }
      case "service" -> {
        if (SERVICES.contains(rest) && !name.isEmpty()) {
          services.add(Referral.Service.valueOf(rest));
        } else {
          problems.add(at + ": no such service; one of " + String.join(", ", SERVICES));
        }
      }
      case "language" -> {
        for (String code : rest.split("\\s+")) {
          if (code.matches("[a-z]{2,3}") && !name.isEmpty()) {
            languages.add(code);
          } else {
            problems.add(at + ": a language has two or three small letters");
          }
        }
      }
      case "hours" -> hours = rest;
      case "contact" -> contact = rest;
      default -> problems.add(at + ": not a line of a directory");
    }
  }

  /** The agency before is complete, or is not. */
  private void end(int at) {
    if (!name.isEmpty()) {
      if (services.isEmpty() || contact.isEmpty()) {
        problems.add(at + ": the agency before needs a service and a contact");
      } else if (agencies.size() >= MOST_AGENCIES) {
        problems.add(at + ": more than " + MOST_AGENCIES + " agencies");
      } else if (agencies.putIfAbsent(
              name, new Services.Agency(name, services, languages, hours, contact))
          != null) {
        problems.add(at + ": the agency before stands there twice");
      }
    }
    name = "";
    services.clear();
    languages.clear();
    hours = "";
    contact = "";
  }
}
