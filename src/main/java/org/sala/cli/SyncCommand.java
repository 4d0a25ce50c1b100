package org.sala.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.Cleaned;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Tally;
import org.sala.casework.sync.WhyNot;
import org.sala.domain.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala sync}: one round over the carriers of a workspace. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = {
      "Sends what is sealed and takes in what has come, once, over every carrier that "
          + "was set up and is not paused, or over one folder.",
      "One bad package stops no other.",
      "Exit status 1 if a package was kept out or waits, 4 if a carrier could not be used."
    })
final class SyncCommand implements Callable<Integer> {
  private final Door door;
  private final Ports.Languages languages;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Only this folder, whether it was set up or not.")
  private @Nullable Path folder;

  @Option(
      names = "--clean",
      description =
          "Carries nothing: takes from folders this workspace's own packages whose "
              + "receipt is here, each compared with what was sealed. What is not receipted "
              + "stays.")
  private boolean clean;

  @Mixin private Output output = new Output();

  SyncCommand(Door door, Ports.Languages languages) {
    this.door = door;
    this.languages = languages;
  }

  @Override
  public Integer call() {
    try (Desk desk = door.enter(keys)) {
      if (folder != null && clean) {
        Path there = folder;
        return cleaned(there.toString(), () -> Optional.of(desk.sync().clean(there)));
      }
      if (folder != null) {
        return said(folder.toString(), desk.sync().once(folder));
      }
      List<Configured> all =
          desk.sync().carriers().list().stream().filter(c -> !c.paused()).toList();
      if (all.isEmpty()) {
        throw new NotEntered("No carrier is set up here: give --folder.", Exit.USAGE);
      }
      int exit = Exit.OK;
      for (Configured c : all) {
        exit =
            Math.max(
                exit,
                clean
                    ? cleaned(c.label(), () -> desk.sync().clean(c.id(), Progress.none()))
                    : said(c.label(), desk.sync().once(c.id())));
      }
      return exit;
    }
  }

  private interface Clearing {
    Optional<Cleaned> clean() throws IOException;
  }

  /** One that is not there keeps no room from being made on the others. */
  private int cleaned(String carrier, Clearing clearing) {
    Said said = output.said().with("carrier", carrier);
    Optional<Cleaned> cleaned;
    try {
      cleaned = clearing.clean();
    } catch (IOException e) {
      WhyNot why = WhyNot.of(e);
      said.line(carrier + ": could not be used: " + words(why)).with("fault", why.name()).end();
      return Exit.FAILED;
    }
    if (cleaned.isEmpty()) {
      said.line(carrier + ": a store is cleaned by its owner").end();
      return Exit.OK;
    }
    said.line(carrier + ":");
    cleaned.get().names().forEach(n -> said.line("  " + n + " taken away, its receipt is here"));
    said.line("  " + cleaned.get().bytes() + " bytes are free again");
    said.with("removed", cleaned.get().names().size()).with("bytes", cleaned.get().bytes()).end();
    return Exit.OK;
  }

  private int said(String carrier, Tally tally) {
    Said said = output.said().with("carrier", carrier);
    said.line(carrier + ":");
    List<Value> items = new ArrayList<>();
    for (Tally.Item i : tally.items()) {
      said.line(
          "  "
              + i.name()
              + " "
              + word(i.became().name())
              + i.why().map(w -> ": " + words(w)).orElse(""));
      Map<String, Value> parts = new LinkedHashMap<>();
      parts.put("file", Value.text(i.name()));
      parts.put("outcome", Value.text(i.became().name()));
      i.why().ifPresent(w -> parts.put("fault", Value.text(w.name())));
      items.add(new Value.Parts(parts));
    }
    for (Tally.Became b : Tally.Became.values()) {
      said.with(b.name().toLowerCase(Locale.ROOT), tally.count(b));
    }
    tally
        .why()
        .ifPresent(w -> said.line("  could not be used: " + words(w)).with("fault", w.name()));
    if (tally.inParts()) {
      said.line(
          "  so much lies there that it is gone through in parts: have old packages taken away");
    }
    if (tally.waiting() > 0) {
      said.line("  " + tally.waiting() + " wait there until somebody has looked at them");
    } else if (tally.items().isEmpty() && tally.why().isEmpty()) {
      said.line("  nothing to do");
    }
    said.with("waiting", tally.waiting()).with(Map.of("packages", new Value.Listing(items))).end();
    if (tally.why().isPresent()) {
      return Exit.FAILED;
    }
    boolean well = tally.count(Tally.Became.KEPT_OUT) + tally.count(Tally.Became.STUCK) == 0;
    return well ? Exit.OK : Exit.REFUSED;
  }

  /** What the screens say; only these look for a carrier again by themselves. */
  private String words(WhyNot why) {
    return why == WhyNot.AWAY
        ? "not in, or no line to it"
        : languages.in("en").code("carrierWhy", why.name());
  }

  private static String word(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
