package org.sala.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.KdfPolicy;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;

/** Keys, and a derivation that only tests may use. */
final class Sample {
  static final KdfParameters CHEAP = new KdfParameters(64, 1, 1);
  static final PassphraseKdf KDF = new PassphraseKdf(new KdfPolicy(64, 1024, 1, 1));
  static final SecureRandom RANDOM = new SecureRandom();

  private Sample() {}

  static WorkspaceKeys keys() {
    Map<Compartment, Secret> compartments = new EnumMap<>(Compartment.class);
    Map<Compartment, AgeIdentity> receiving = new EnumMap<>(Compartment.class);
    for (Compartment c : Compartment.values()) {
      compartments.put(c, Secret.random(RANDOM));
      receiving.put(c, AgeIdentity.generate());
    }
    return new WorkspaceKeys(Secret.random(RANDOM), compartments, receiving);
  }

  static Optional<OfficerKeys> officer() {
    return Optional.of(new OfficerKeys(SigningKey.generate(RANDOM), AgeIdentity.generate()));
  }

  /** Random bytes that are the same in every run: for vectors, never for keys. */
  static SecureRandom repeatable(long seed) {
    Random source = new Random(seed);
    return new SecureRandom() {
      private static final long serialVersionUID = 1L;

      @Override
      public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
      }
    };
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path target = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(target);
        } else {
          Files.copy(f, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  static void flip(Path file, int bit) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, bytes);
  }
}
