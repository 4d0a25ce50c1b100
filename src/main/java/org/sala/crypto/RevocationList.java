package org.sala.crypto;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/** A certificate revocation list (RFC 5280, section 5) of one issuer. */
public final class RevocationList {
  private final X509CRL list;

  private RevocationList(X509CRL list) {
    this.list = list;
  }

  public static RevocationList of(byte[] der) {
    try {
      return new RevocationList(
          (X509CRL)
              CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der)));
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }

  /** Reads every list of a PEM file. */
  public static List<RevocationList> ofPem(String pem) {
    List<RevocationList> all = new ArrayList<>();
    for (byte[] der : Certificate.Pem.read(pem, "X509 CRL")) {
      all.add(of(der));
    }
    return all;
  }

  public byte[] der() {
    try {
      return list.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }

  public String pem() {
    return Certificate.Pem.write("X509 CRL", der());
  }

  public Instant made() {
    return list.getThisUpdate().toInstant();
  }

  /**
   * Returns by when a newer list is due (RFC 5280, 5.1.2.5); the end of time where it does not say.
   */
  public Instant until() {
    Date next = list.getNextUpdate();
    return next == null ? Instant.MAX : next.toInstant();
  }

  /** Serial numbers, hexadecimal. */
  public Set<String> serials() {
    Set<String> serials = new TreeSet<>();
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    if (entries != null) {
      entries.forEach(e -> serials.add(e.getSerialNumber().toString(16)));
    }
    return serials;
  }

  /**
   * Returns whether this list may stand in another's place, of the same issuer: its number is no
   * lower, and it has forgotten no serial number. Numbers only grow (RFC 5280, 5.2.3); the clock by
   * which a list was made may have been wrong, and tells only where there is no number, or the same
   * one.
   */
  public boolean isNoOlderThan(RevocationList known) {
    int order =
        number()
            .flatMap(mine -> known.number().map(mine::compareTo))
            .filter(o -> o != 0)
            .orElseGet(() -> made().compareTo(known.made()));
    return order >= 0 && serials().containsAll(known.serials());
  }

  /** Its number; empty where it bears none that reads. */
  private Optional<BigInteger> number() {
    byte[] extension = list.getExtensionValue(Extension.cRLNumber.getId());
    if (extension == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets()).getValue());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it clears whom it does not name: it says nothing critical that is not understood here,
   * as that it is about some certificates alone (RFC 5280, 5.2).
   */
  boolean isUnderstood() {
    Set<String> critical = list.getCriticalExtensionOIDs();
    return critical == null || critical.isEmpty();
  }

  /** Whether this list is really of that issuer, whose key may sign such lists. */
  public boolean issuedBy(Certificate issuer) {
    if (!issuer.mayRevoke()
        || !list.getIssuerX500Principal().equals(issuer.jca().getSubjectX500Principal())) {
      return false;
    }
    try {
      return issuer.hasSigned(list.getTBSCertList(), list.getSigAlgOID(), list.getSignature());
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }
}
