package org.sala.casework.packages.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Trust;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Sink;

/**
 * Checks a package with no workspace at all: with identities, an authority, and revocation lists.
 */
public final class StandaloneCheck {
  private final List<AgeIdentity> identities;
  private final Trust trust;

  private StandaloneCheck(List<AgeIdentity> identities, Trust trust) {
    this.identities = identities;
    this.trust = trust;
  }

  /**
   * Reads the files that say whom to believe.
   *
   * @param identityFile age identities, one a line; lines with {@code #} are left out
   * @param authorityFile PEM; self-signed certificates are trusted, the others are issuers
   * @param crlFile PEM of revocation lists
   */
  public static StandaloneCheck with(
      Path identityFile, Path authorityFile, Optional<Path> crlFile) {
    try {
      List<AgeIdentity> identities = new ArrayList<>();
      for (String line : Files.readAllLines(identityFile)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          identities.add(AgeIdentity.of(line));
        }
      }
      List<Certificate> authorities = new ArrayList<>();
      List<Certificate> issuers = new ArrayList<>();
      for (Certificate c : Certificate.ofPem(Files.readString(authorityFile))) {
        (c.selfIssued() ? authorities : issuers).add(c);
      }
      List<RevocationList> lists =
          crlFile.isPresent() ? RevocationList.ofPem(Files.readString(crlFile.get())) : List.of();
      if (identities.isEmpty() || authorities.isEmpty() || crlFile.isPresent() && lists.isEmpty()) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return new StandaloneCheck(identities, new Trust(authorities, issuers, lists));
    } catch (IOException | CryptoFault e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /**
   * How to check a package with age, unzip and openssl alone, as the README inside it says.
   *
   * @param fileName the package; quoted, for it may have come from outside
   */
  public static List<String> commands(String fileName) {
    String name = "'" + fileName.replace("'", "'\\''") + "'";
    return List.of(
        "cat authority.pem crl.pem > trust.pem",
        "age -d -i identity.txt -o package.zip " + name,
        "mkdir package && cd package && unzip ../package.zip",
        "openssl cms -verify -binary -inform DER -in META-INF/signature.p7s"
            + " -content META-INF/ASiCManifest.xml -CAfile ../trust.pem"
            + " -crl_check_all -out /dev/null",
        "sed -n 's/.*DataObjectReference URI=\"\\([^\"]*\\)\".*/\\1/p'"
            + " META-INF/ASiCManifest.xml > names",
        "sed -n 's/.*<ds:DigestValue>\\(.*\\)<\\/ds:DigestValue>.*/\\1/p'"
            + " META-INF/ASiCManifest.xml > listed",
        "while read -r name; do openssl dgst -sha256 -binary \"$name\" | base64; done"
            + " < names | diff - listed");
  }

  /** Checks a file by what was known at a moment. */
  public PackageCheck check(Path file, Instant at) {
    try {
      return PackageCheck.of(new ParcelReader(identities, trust, at).read(file, Sink.nothing()));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }
}
