package org.sala.bench.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.KdfPolicy;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.vault.BackupReader;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.WorkspaceKeys;

/**
 * A key file, spoiled from outside; and its body spoiled, with a checksum that is right again. A
 * backup begins with a key file, and so is spoiled here too.
 */
final class KeyFiles {
  private static final int HEADER = 8 + 4 + 8 + 4;
  private static final int MAC = 32;
  private static final String PHRASE = "plain stones";

  /**
   * A key derivation so cheap that thousands can be tried; the bounds are tested as the shipped
   * ones would be.
   */
  private static final PassphraseKdf KDF = new PassphraseKdf(new KdfPolicy(64, 256, 1, 1));

  private final SecureRandom random = new SecureRandom();
  private final InFolder folder;
  private final InFolder backups;
  private final byte[] file;

  KeyFiles(Path root) throws IOException {
    this.folder = new InFolder(root.resolve("key"), "key.a");
    this.backups = new InFolder(root.resolve("backup"), "backup.salabackup");
    Path made = Files.createDirectories(root.resolve("made key"));
    Map<Compartment, Secret> compartments = new EnumMap<>(Compartment.class);
    Map<Compartment, AgeIdentity> receiving = new EnumMap<>(Compartment.class);
    for (Compartment c : Compartment.values()) {
      compartments.put(c, Secret.random(random));
      receiving.put(c, AgeIdentity.generate());
    }
    try (WorkspaceKeys keys = new WorkspaceKeys(Secret.random(random), compartments, receiving)) {
      KeyFile key = new KeyFile(made, KDF, random);
      key.create(
          new KdfParameters(64, 1, 1),
          "one",
          PHRASE.toCharArray(),
          keys,
          Optional.of(new OfficerKeys(SigningKey.generate(random), AgeIdentity.generate())));
      key.addSlot(KeyFile.RECOVERY, "a sheet".toCharArray(), keys, Optional.empty());
    }
    this.file = Files.readAllBytes(made.resolve("key.a"));
  }

  List<Parser> parsers() {
    byte[] body = Arrays.copyOfRange(file, HEADER + 32 + MAC, file.length);
    byte[] backup =
        ByteBuffer.allocate(8 + 32 + 4 + file.length + 4096)
            .put("SALABAK1".getBytes(StandardCharsets.US_ASCII))
            .put(new byte[32])
            .putInt(file.length)
            .put(file)
            .array();
    return List.of(
        new Parser(
            "key file",
            List.of(file),
            List.of("SALAKEY "),
            i -> folder.read(i, unlock()),
            List.of()),
        new Parser(
            "key file's body",
            List.of(body),
            List.of(
                "\"memoryKib\":2147483647",
                "\"passes\":-1",
                "\"lanes\":0",
                "\"slots\":[",
                "agency",
                "\"salt\":\"\"",
                "\"shared\":\"AAAA\"",
                "\"kind\":\"recovery\""),
            b -> folder.read(whole(b), unlock()),
            List.of()),
        new Parser(
            "backup",
            List.of(backup),
            List.of("SALABAK2"),
            b -> backups.read(b, this::backup),
            List.of()));
  }

  /**
   * Every answer is one of those that the officer is told; the right phrase opens what is right.
   */
  private InFolder.Reader unlock() {
    return f -> {
      KeyFile key = new KeyFile(folder.folder(), KDF, random);
      key.unlock("one", PHRASE.toCharArray());
      key.copiesDiffer();
    };
  }

  private void backup(Path backup) throws IOException {
    BackupReader.isTooNew(backup);
    Optional<BackupReader> open = BackupReader.open(backup);
    if (open.isPresent()) {
      try (Secret key = Secret.of(new byte[Secret.LENGTH])) {
        open.get().read(key, BackupReader.Receiver.nothing(), bytes -> true);
      }
    }
  }

  /** A body behind a header whose checksum is right; the MAC stays that of another body. */
  private byte[] whole(byte[] body) {
    ByteBuffer content =
        ByteBuffer.allocate(MAC + body.length).put(file, HEADER + 32, MAC).put(body);
    byte[] head = Arrays.copyOf(file, HEADER);
    ByteBuffer.wrap(head).putInt(20, content.capacity());
    return ByteBuffer.allocate(HEADER + 32 + content.capacity())
        .put(head)
        .put(Sha256.of(head, content.array()))
        .put(content.array())
        .array();
  }
}
