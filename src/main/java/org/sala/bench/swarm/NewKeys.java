package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.AuthorityActs;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;
import org.sala.domain.Fingerprint;

/**
 * Plays that the issuing key is replaced and that the authority hands over to a successor; and
 * judges whom everybody believes afterwards.
 */
final class NewKeys {
  private final World world;
  private final Path folder;

  /** In which folder the key of each authority lies, by its fingerprint. */
  private final Map<String, Path> safes = new HashMap<>();

  /** Keys that people have replaced, whatever a backup of headquarters still goes by. */
  private final Set<String> left = new HashSet<>();

  NewKeys(World world, Path safe, Path folder) {
    this.world = world;
    this.folder = folder;
    safes.put(acts().key(), safe);
  }

  private AuthorityActs acts() {
    return world.headquarters().acts().authority();
  }

  /** The key that issues certificates is in other hands. */
  void replaceIssuer() {
    String before = acts().issuingKey();
    if (world.broken() != Broken.STOLEN_AND_STILL_BELIEVED) {
      approve(Approvals.Of.ISSUER, before);
      done(acts().replaceIssuer(safe(), Founded.authorityPhrase()));
    }
    left.add(before);
    world.tally().did(Deed.ISSUER_REPLACED);
  }

  /** The authority gets old. */
  void succeed() {
    String before = acts().key();
    Path next = folder.resolve("safe" + safes.size());
    try {
      Files.createDirectories(next);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    approve(Approvals.Of.SUCCEED, before);
    done(acts().succeed(safe(), Founded.authorityPhrase(), next, Founded.authorityPhrase()));
    left.add(before);
    safes.put(acts().key(), next);
    world.tally().did(Deed.AUTHORITY_SUCCEEDED);
  }

  /** What people did is done again where headquarters goes on from a backup of before. */
  void again() {
    if (left.contains(acts().issuingKey())) {
      replaceIssuer();
    }
    if (left.contains(acts().key())) {
      succeed();
    }
  }

  private void approve(Approvals.Of of, String what) {
    Approvals.Word word =
        world.headquarters().approvals().give(of, what, Founded.SECOND, Founded.phrase());
    if (word != Approvals.Word.GIVEN) {
      throw new IllegalStateException(word.name());
    }
  }

  private static void done(AuthorityActs.Handed handed) {
    if (handed != AuthorityActs.Handed.OVER) {
      throw new IllegalStateException(handed.name());
    }
  }

  private Path safe() {
    return java.util.Objects.requireNonNull(safes.get(acts().key()));
  }

  /**
   * What is wrong with whom a laptop believes, where keys were replaced: its officers' certificates
   * count at both ends, and whatever was replaced vouches for nobody.
   */
  List<String> wrong(Laptop at) {
    if (left.isEmpty() || world.gone().isGone(at)) {
      return List.of();
    }
    List<String> wrong = new ArrayList<>();
    Trust here = at.station().trust();
    if (here.authorities().stream().anyMatch(a -> left.contains(a.key().fingerprint()))) {
      wrong.add(at + ": believes an authority that has a successor");
    }
    boolean stolen =
        at.station().state().texts("issuers").stream()
            .flatMap(p -> Certificate.ofPem(p).stream())
            .anyMatch(c -> left.contains(c.key().fingerprint()));
    if (stolen) {
      wrong.add(at + ": believes an issuing key that was replaced");
    }
    for (Fingerprint officer : at.officers().ofThisStation().keySet()) {
      Optional<Certificate> own =
          at.station()
              .state()
              .text("certificate." + officer.hex())
              .flatMap(p -> Certificate.ofPem(p).stream().findFirst());
      if (own.isPresent()
          && !world.gone().officerIsGone(officer)
          && !(counts(own.get(), here) && counts(own.get(), headquarters()))) {
        wrong.add(at + ": a certificate that was issued anew has not come");
      }
    }
    return wrong;
  }

  private Trust headquarters() {
    return world.headquarters().station().trust();
  }

  private boolean counts(Certificate own, Trust to) {
    return to.standing(own, List.of(), world.time().now()) instanceof Trust.Standing.Trusted;
  }
}
