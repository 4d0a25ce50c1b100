package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/** Objects that several programs of a headquarters keep together. */
class SharedObjectsTest {
  private static final ScopeId SCOPE = new ScopeId(new UUID(1, 2));

  @TempDir Path folder;

  /** Entries in memory. */
  private static final class Together implements Entries {
    private final List<byte[]> all = new ArrayList<>();

    @Override
    public byte[] get(int place) {
      return all.get(place);
    }

    @Override
    public int size() {
      return all.size();
    }

    @Override
    public void append(List<byte[]> fresh) {
      all.addAll(fresh);
    }

    @Override
    public void put(int place, byte[] entry) {
      all.set(place, entry);
    }

    @Override
    public void look() {
      // Nobody else appends.
    }

    @Override
    public int lost() {
      return 0;
    }

    @Override
    public int mended() {
      return 0;
    }
  }

  /** Somebody looks for another object while one is on its way. */
  private static final class Slow implements SharedFiles {
    private Optional<ObjectFolder> asked = Optional.empty();
    private int kept;
    private boolean answered;

    @Override
    public void keep(String sha256, Path file) throws IOException {
      ObjectFolder objects = asked.orElseThrow();
      answered =
          CompletableFuture.supplyAsync(
                  () -> objects.find(SCOPE, Compartment.INVESTIGATION, "0".repeat(64)).isEmpty())
              .join();
      assertThat(file).exists();
      kept++;
    }

    @Override
    public boolean fetch(String sha256, Path to) {
      return false;
    }
  }

  @Test
  @Timeout(
      value = 1,
      unit = TimeUnit.MINUTES,
      threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Where it waits for itself.
  void nobodyWaitsForAFileThatIsOnItsWay() throws Exception {
    Files.createDirectory(folder.resolve("keys"));
    Files.createDirectory(folder.resolve("objects"));
    WorkspaceKeys keys = Sample.keys();
    Slow server = new Slow();
    try (ScopeKeys scopeKeys = new ScopeKeys(folder.resolve("keys"), keys, Sample.RANDOM);
        ObjectFolder objects =
            new ObjectFolder(
                folder.resolve("objects"),
                new Together(),
                server,
                keys,
                scopeKeys,
                Sample.RANDOM)) {
      server.asked = Optional.of(objects);
      StoredObject first = take(objects);
      assertThat(server.answered).isTrue();
      assertThat(objects.find(SCOPE, Compartment.INVESTIGATION, first.facts().sha256()))
          .contains(first);
      assertThat(take(objects)).as("the same content goes there once").isEqualTo(first);
      assertThat(server.kept).isEqualTo(1);
      assertThat(folder.resolve("objects")).isEmptyDirectory();
    }
  }

  /** Keeps what it is given, and counts how often somebody asks for it. */
  private static final class Kept implements SharedFiles {
    private final Map<String, byte[]> files = new HashMap<>();
    private int fetched;

    @Override
    public void keep(String sha256, Path file) throws IOException {
      files.put(sha256, Files.readAllBytes(file));
    }

    @Override
    public boolean fetch(String sha256, Path to) throws IOException {
      fetched++;
      if (!files.containsKey(sha256)) {
        return false;
      }
      Files.write(to, files.get(sha256));
      return true;
    }
  }

  @Test
  void whatAPowerCutSpoiledHereIsBroughtOnceMore() throws Exception {
    Files.createDirectory(folder.resolve("keys"));
    Path here = Files.createDirectory(folder.resolve("objects"));
    WorkspaceKeys keys = Sample.keys();
    Kept server = new Kept();
    try (ScopeKeys scopeKeys = new ScopeKeys(folder.resolve("keys"), keys, Sample.RANDOM);
        ObjectFolder objects =
            new ObjectFolder(here, new Together(), server, keys, scopeKeys, Sample.RANDOM)) {
      StoredObject object = take(objects);
      assertThat(opens(objects, object)).isTrue();
      Path file = here.resolve(object.facts().sealedSha256());
      long length = Files.size(file);
      Files.write(file, new byte[(int) length]);
      assertThat(opens(objects, object)).isTrue();
      Files.write(file, new byte[(int) length - 5]);
      assertThat(objects.intact(object)).isTrue();
      assertThat(server.fetched).isEqualTo(3);
      server.files.clear();
      Files.write(file, new byte[(int) length]);
      assertThat(objects.open(SCOPE, Compartment.INVESTIGATION, object.facts().sha256()))
          .as("nobody has it any more")
          .isInstanceOf(ObjectFolder.Opening.Altered.class);
      assertThat(objects.intact(object)).isFalse();
    }
  }

  private static boolean opens(ObjectFolder objects, StoredObject object) throws IOException {
    if (objects.open(SCOPE, Compartment.INVESTIGATION, object.facts().sha256())
        instanceof ObjectFolder.Opening.Opened opened) {
      opened.reader().close();
      return true;
    }
    return false;
  }

  private static StoredObject take(ObjectFolder objects) {
    byte[] content = new byte[70_000];
    return ((ObjectFolder.Taken.Stored)
            objects.take(
                SCOPE,
                Compartment.INVESTIGATION,
                new ByteArrayInputStream(content),
                content.length,
                bytes -> true))
        .object();
  }
}
