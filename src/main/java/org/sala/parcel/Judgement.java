package org.sala.parcel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.CadesSignature;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;

/** Judges what was read of a container: its signature, and that it holds what is signed. */
final class Judgement {
  private final Findings findings;
  private final Trust trust;
  private final Instant at;
  private Optional<Certificate> signer = Optional.empty();
  private boolean revocationChecked;

  Judgement(Findings findings, Trust trust, Instant at) {
    this.findings = findings;
    this.trust = trust;
    this.at = at;
  }

  Optional<Certificate> signer() {
    return signer;
  }

  boolean revocationChecked() {
    return revocationChecked;
  }

  /**
   * Whatever could be read is judged.
   *
   * @param small the entries that are kept whole
   * @param digests SHA-256 of each entry that was read
   * @param whole whether it was read to its end
   * @return whether there was something signed to compare with
   */
  boolean judge(Map<String, byte[]> small, Map<String, String> digests, boolean whole) {
    byte[] mimetype = small.getOrDefault(Layout.MIMETYPE, new byte[0]);
    if (!new String(mimetype, StandardCharsets.ISO_8859_1).equals(Layout.MIMETYPE_TEXT)) {
      findings.add(Finding.Code.NOT_A_CONTAINER);
    }
    byte[] manifest = small.get(Manifest.NAME);
    byte[] signature = small.get(Layout.SIGNATURE);
    if (manifest == null || signature == null) {
      if (whole) {
        findings.add(
            Finding.Code.ENTRY_MISSING, manifest == null ? Manifest.NAME : Layout.SIGNATURE);
      }
      return false;
    }
    signature(manifest, signature);
    Optional<Map<String, String>> listed = Manifest.read(manifest, digests);
    if (listed.isEmpty()) {
      findings.add(Finding.Code.MANIFEST_UNREADABLE);
      return false;
    }
    compare(listed.get(), digests);
    return true;
  }

  private void compare(Map<String, String> listed, Map<String, String> digests) {
    digests.forEach((name, digest) -> compare(name, digest, listed));
    for (String name : listed.keySet()) {
      if (!digests.containsKey(name)) {
        findings.add(Finding.Code.ENTRY_MISSING, name);
      }
    }
    for (String name : List.of(Layout.HEADER, Layout.REVISIONS, Layout.AUDIT, Layout.README)) {
      if (!listed.containsKey(name)) {
        findings.add(Finding.Code.ENTRY_UNDECLARED, name);
      }
    }
  }

  private void compare(String name, String digest, Map<String, String> listed) {
    if (EntryKind.of(name).filter(EntryKind::isListed).isEmpty()) {
      return;
    }
    String declared = listed.get(name);
    if (declared == null) {
      findings.add(Finding.Code.ENTRY_UNDECLARED, name);
    } else if (!declared.equals(digest)) {
      findings.add(Finding.Code.DIGEST_DIFFERS, name);
    }
    if (EntryKind.OBJECT.is(name) && !name.endsWith(digest)) {
      findings.add(Finding.Code.ATTACHMENT_MISNAMED, name);
    }
  }

  private void signature(byte[] manifest, byte[] signature) {
    switch (CadesSignature.read(manifest, signature)) {
      case CadesSignature.Reading.Unreadable u -> findings.add(Finding.Code.SIGNATURE_UNREADABLE);
      case CadesSignature.Reading.Altered a -> findings.add(Finding.Code.SIGNATURE_WRONG);
      case CadesSignature.Reading.Signed s -> {
        signer = Optional.of(s.signer());
        switch (trust.standing(s.signer(), s.chain(), at)) {
          case Trust.Standing.Trusted t -> revocationChecked = t.revocationChecked();
          case Trust.Standing.Revoked r ->
              findings.add(Finding.Code.SIGNER_REVOKED, s.signer().serial());
          case Trust.Standing.IssuerRevoked r ->
              findings.add(Finding.Code.SIGNER_ISSUER_REVOKED, s.signer().serial());
          case Trust.Standing.OutOfTime o ->
              findings.add(Finding.Code.SIGNER_OUT_OF_TIME, s.signer().serial());
          case Trust.Standing.Unknown u ->
              findings.add(Finding.Code.SIGNER_UNKNOWN, s.signer().serial());
        }
      }
    }
  }
}
