package org.sala.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sala.bench.machine.Machine;
import org.sala.casework.station.Tools;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceKeys;

/**
 * F15: how long locking takes, and whether keys can still be reached in the memory of a program
 * that has locked. Its heap is searched for the very bytes of the workspace's and the officer's
 * keys.
 */
public final class Locking {
  /** Bytes before the salt in the header of a segment. */
  private static final int SALT_AT = 8 + 16 + 16 + 4 + 8;

  private final Path root;
  private final Tools tools;
  private final String program;
  private final List<Long> locks = new ArrayList<>();

  /**
   * @param root an empty folder
   * @param program the class with the main method that calls {@link LockedProgram#run}
   */
  public Locking(Path root, Tools tools, String program) {
    this.root = root;
    this.tools = tools;
    this.program = program;
  }

  /**
   * The keys that were found, by name, in each of the two heaps.
   *
   * @param open while it worked: all of them, or the search is none
   * @param locked afterwards
   */
  public record Found(Set<String> open, Set<String> locked) {}

  /** Locks so many times, then looks for keys in the program's memory. */
  public Found run(int times) throws IOException {
    Workers workers = new Workers(root, tools);
    Night.found(workers);
    Process process = start(times);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); !"dumped".equals(line); line = in.readLine()) {
        if (line == null) {
          throw new IOException("the program ended too early");
        }
        locks.add(Long.parseLong(line.substring("locked ".length())));
      }
      Map<String, byte[]> keys = keys(workers);
      Found found = new Found(search("open.hprof", keys), search("locked.hprof", keys));
      keys.values().forEach(k -> Arrays.fill(k, (byte) 0));
      return found;
    } finally {
      process.destroyForcibly();
      wipe("open.hprof");
      wipe("locked.hprof");
    }
  }

  /** How long each lock took, in milliseconds. */
  public List<Long> locks() {
    return List.copyOf(locks);
  }

  private Process start(int times) throws IOException {
    return Machine.of(program)
        .with(root.toString(), String.valueOf(times))
        .redirectError(ProcessBuilder.Redirect.appendTo(root.resolve("errors").toFile()))
        .start();
  }

  /** What the key file holds, as bytes and as the texts that some keys are written in. */
  private Map<String, byte[]> keys(Workers workers) throws IOException {
    KeyFile file =
        new KeyFile(workers.station(), new PassphraseKdf(tools.policy()), new SecureRandom());
    if (!(file.unlock("one", Night.passphrase(0)) instanceof Unlocking.Opened opened)) {
      throw new IOException("the key file does not open");
    }
    Map<String, byte[]> keys = new LinkedHashMap<>();
    WorkspaceKeys shared = opened.keys();
    keys.put("workspace key", shared.workspace().copy());
    shared.compartments().forEach((c, k) -> keys.put("key of " + c.code(), k.copy()));
    shared.receiving().forEach((c, k) -> keys.put("receiving key of " + c, latin(k.secret())));
    OfficerKeys officer = opened.officer().orElseThrow();
    keys.put("officer's receiving key", latin(officer.receiving().secret()));
    keys.put("officer's signing key", scalar(officer.signing().pkcs8()));
    keys.put("passphrase", latin(new String(Night.passphrase(0))));
    keys.put("passphrase as characters", wide(new String(Night.passphrase(0))));
    segmentKeys(workers.station().resolve("journal"), shared.workspace(), keys);
    shared.close();
    return keys;
  }

  /** What each segment of the journal is sealed under ({@code docs/formats/journal.md}). */
  private static void segmentKeys(Path journal, Secret workspace, Map<String, byte[]> keys)
      throws IOException {
    try (Stream<Path> segments = Files.list(journal)) {
      for (Path segment : segments.sorted().toList()) {
        try (InputStream in = Files.newInputStream(segment)) {
          in.skipNBytes(SALT_AT);
          try (Secret key = workspace.derive(in.readNBytes(32), "sala journal segment v1")) {
            keys.put("key of " + segment.getFileName(), key.copy());
          }
        }
      }
    }
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The order in which a heap file holds an array of characters. */
  private static byte[] wide(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }

  private static byte[] scalar(byte[] pkcs8) throws IOException {
    try {
      ECPrivateKey key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      byte[] number = key.getS().toByteArray();
      return Arrays.copyOfRange(number, number.length > 32 ? 1 : 0, number.length);
    } catch (java.security.GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private Set<String> search(String name, Map<String, byte[]> keys) throws IOException {
    byte[] heap = Files.readAllBytes(root.resolve(name));
    Set<String> found = new TreeSet<>();
    keys.forEach(
        (what, key) -> {
          if (contains(heap, key) || contains(heap, reversed(key))) {
            found.add(what);
          }
        });
    Arrays.fill(heap, (byte) 0);
    return found;
  }

  private static byte[] reversed(byte[] key) {
    byte[] back = new byte[key.length];
    for (int i = 0; i < key.length; i++) {
      back[i] = key[key.length - 1 - i];
    }
    return back;
  }

  private static boolean contains(byte[] heap, byte[] key) {
    for (int i = 0; i + key.length <= heap.length; i++) {
      if (heap[i] == key[0] && Arrays.equals(heap, i, i + key.length, key, 0, key.length)) {
        return true;
      }
    }
    return false;
  }

  /** A heap holds keys and names: it is written over before it is taken away. */
  private void wipe(String name) throws IOException {
    Path file = root.resolve(name);
    if (Files.exists(file)) {
      try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
        java.nio.ByteBuffer zeros = java.nio.ByteBuffer.allocate(1 << 20);
        long size = out.size();
        for (long at = 0; at < size; at += zeros.capacity()) {
          zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
          out.write(zeros, at);
        }
        out.force(true);
      }
      Files.delete(file);
    }
  }
}
