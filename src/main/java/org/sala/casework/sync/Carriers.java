package org.sala.casework.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.carrier.ObjectStore;
import org.sala.carrier.StickMark;
import org.sala.carrier.StoreKey;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.vault.Settings;

/**
 * The carriers of this workspace. They lie sealed beside the officers' preferences, keys of stores
 * among them: who holds the disk learns neither where packages go nor how to get there.
 */
public final class Carriers implements AutoCloseable {
  private static final String ALL = "carriers";

  private final Settings settings;
  private final Station station;
  private final Map<String, Value.Parts> known = new LinkedHashMap<>();

  public Carriers(Station station) {
    this.station = station;
    this.settings =
        new Settings(
            station.folder().folder("settings"),
            "carriers",
            station.keys(),
            station.tools().random());
    if (settings.read().parts().get(ALL) instanceof Value.Parts all) {
      all.parts()
          .forEach(
              (id, one) -> {
                if (one instanceof Value.Parts p) {
                  known.put(id, p);
                }
              });
    }
  }

  /** Whether the carriers that were set up could not be read at this unlock. */
  public boolean isSpoiled() {
    return settings.isSpoiled();
  }

  /** Returns the carriers in the order in which they were set up. */
  public synchronized List<Configured> list() {
    List<Configured> all = new ArrayList<>();
    known.forEach((id, p) -> all.add(configured(id, p)));
    return all;
  }

  private static Configured configured(String id, Value.Parts p) {
    boolean store = p.text("endpoint").isPresent();
    return new Configured(
        id,
        store ? Configured.Kind.STORE : Configured.Kind.FOLDER,
        p.text("label").orElse(""),
        store
            ? form(p).address(Instant.EPOCH).endpoint().getHost()
                + "/"
                + form(p).bucket()
                + "/"
                + form(p).prefix()
            : p.text("folder").orElse(""),
        !store || form(p).address(Instant.EPOCH).isEncrypted(),
        flag(p, "paused"),
        flag(p, "lookFirst"),
        whole(p, "bytesPerSecond"),
        p.text("last").map(Moment::of));
  }

  /**
   * A stick or a share; it gets a random mark, by which it is known again.
   *
   * @throws CaseworkFault {@code READ_ONLY} where nothing can be written there
   */
  public Configured addFolder(Path folder, String label) {
    String mark;
    try {
      if (!Files.isDirectory(folder)) {
        throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
      }
      mark = StickMark.readOrMake(folder, station.tools().random());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.READ_ONLY, e);
    }
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("label", Value.text(label));
    one.put("folder", Value.text(folder.toAbsolutePath().toString()));
    one.put("mark", Value.text(mark));
    return add(one);
  }

  /**
   * Sets up an object store; nothing is asked of it yet.
   *
   * @throws IllegalArgumentException for a form that is not complete
   */
  public Configured addStore(StoreForm form, String label) {
    form.address(station.now().instant());
    form.key();
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("label", Value.text(label));
    one.put("endpoint", Value.text(form.endpoint().strip()));
    one.put("region", Value.text(form.region().strip()));
    one.put("bucket", Value.text(form.bucket().strip()));
    one.put("prefix", Value.text(form.prefix().strip()));
    one.put("pathStyle", Value.flag(form.pathStyle()));
    one.put("proxy", Value.text(form.proxy().strip()));
    one.put("authority", Value.text(form.authority().strip()));
    one.put("bytesPerSecond", Value.whole(form.bytesPerSecond()));
    one.put("keyId", Value.text(form.keyId().strip()));
    one.put("secret", Value.text(form.secret().strip()));
    one.put("proxyUser", Value.text(form.proxyUser().strip()));
    one.put("proxySecret", Value.text(form.proxySecret().strip()));
    one.put("lockedDays", Value.whole(form.lockedDays()));
    return add(one);
  }

  private synchronized Configured add(Map<String, Value> one) {
    String id = UUID.randomUUID().toString();
    known.put(id, new Value.Parts(one));
    keep();
    return configured(id, new Value.Parts(one));
  }

  /** Forgets a carrier; what lies on it stays there. */
  public synchronized void remove(String id) {
    known.remove(id);
    keep();
  }

  public void pause(String id, boolean paused) {
    change(id, one -> with(one, "paused", Value.flag(paused)));
  }

  /**
   * Keeps a store to a part of the line, either way.
   *
   * @param bytesPerSecond 0 for all that the line gives
   */
  public void limit(String id, long bytesPerSecond) {
    change(id, one -> with(one, "bytesPerSecond", Value.whole(bytesPerSecond)));
  }

  /**
   * A store's operator has given out another key; everything else of it stays.
   *
   * @throws IllegalArgumentException for half a key
   */
  public void key(String id, String keyId, String secret) {
    StoreKey key = new StoreKey(keyId.strip(), secret.strip());
    change(
        id,
        one -> {
          one.put("keyId", Value.text(key.id()));
          one.put("secret", Value.text(key.secret()));
          return one;
        });
  }

  /**
   * Whether what lies there is taken in only after somebody has looked at it; what leaves goes by
   * itself all the same.
   */
  public void lookFirst(String id, boolean look) {
    change(id, one -> with(one, "lookFirst", Value.flag(look)));
  }

  void worked(String id, Moment at) {
    change(id, one -> with(one, "last", at.toValue()));
  }

  private static Map<String, Value> with(Map<String, Value> one, String key, Value value) {
    one.put(key, value);
    return one;
  }

  private synchronized void change(String id, UnaryOperator<Map<String, Value>> how) {
    Value.Parts one = known.get(id);
    if (one != null) {
      known.put(id, new Value.Parts(how.apply(new LinkedHashMap<>(one.parts()))));
      keep();
    }
  }

  private void keep() {
    settings.write(new Value.Parts(Map.of(ALL, new Value.Parts(Map.copyOf(known)))));
  }

  /** Whether a store answers as it should; empty when it does. */
  public Optional<WhyNot> test(StoreForm form) {
    try (Carrier carrier = new ObjectStore(form.address(station.now().instant()), form.key())) {
      carrier.reach();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(WhyNot.of(e));
    }
  }

  /** Tests whether a store or folder that was set up answers as it should; empty when it does. */
  public Optional<WhyNot> test(String id) {
    try (Carrier carrier = open(id)) {
      carrier.reach();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(WhyNot.of(e));
    }
  }

  Carrier open(String id) throws IOException {
    Value.Parts one;
    synchronized (this) {
      one = known.get(id);
    }
    if (one == null) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    if (one.text("endpoint").isPresent()) {
      StoreForm form = form(one);
      return new ObjectStore(form.address(station.now().instant()), form.key());
    }
    return new FolderCarrier(Path.of(one.text("folder").orElseThrow()), one.text("mark"));
  }

  private static StoreForm form(Value.Parts p) {
    return new StoreForm(
        p.text("endpoint").orElse(""),
        p.text("region").orElse(""),
        p.text("bucket").orElse(""),
        p.text("prefix").orElse(""),
        flag(p, "pathStyle"),
        p.text("proxy").orElse(""),
        p.text("authority").orElse(""),
        whole(p, "bytesPerSecond"),
        p.text("keyId").orElse(""),
        p.text("secret").orElse(""),
        p.text("proxyUser").orElse(""),
        p.text("proxySecret").orElse(""),
        (int) whole(p, "lockedDays"));
  }

  private static boolean flag(Value.Parts p, String key) {
    return p.parts().get(key) instanceof Value.Flag f && f.yes();
  }

  private static long whole(Value.Parts p, String key) {
    return p.parts().get(key) instanceof Value.Whole w ? w.number() : 0;
  }

  @Override
  public void close() {
    settings.close();
  }
}
