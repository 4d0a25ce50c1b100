package org.sala.crypto;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate (RFC 5280): CN is the officer's or station's number, OU the role, O the
 * agency.
 */
public final class Certificate {
  /** The description (2.5.4.13) in the subject of whatever belongs to practice. */
  static final String PRACTICE = "practice";

  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";

  /** Basic constraints and key usage. */
  private static final Set<String> UNDERSTOOD = Set.of("2.5.29.19", "2.5.29.15");

  private static final FoundGood FOUND_GOOD = new FoundGood();

  private final X509Certificate certificate;
  // Made when it is asked for: a certificate of another kind of key can be read and shown.
  private volatile @Nullable VerifyingKey key;

  Certificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /** Reads one; what it says of its holder has to be readable too, for it will be shown. */
  public static Certificate of(byte[] der) {
    try {
      Certificate read =
          new Certificate(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(der)));
      read.number();
      read.role();
      read.agency();
      return read;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }

  /** Reads every certificate of a PEM file. */
  public static List<Certificate> ofPem(String pem) {
    List<Certificate> all = new ArrayList<>();
    for (byte[] der : Pem.read(pem, "CERTIFICATE")) {
      all.add(of(der));
    }
    return all;
  }

  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }

  public String pem() {
    return Pem.write("CERTIFICATE", der());
  }

  public VerifyingKey key() {
    VerifyingKey made = key;
    if (made == null) {
      made = new VerifyingKey(certificate.getPublicKey());
      key = made;
    }
    return made;
  }

  /** Returns whether the other's key signed this certificate. */
  boolean isSignedBy(Certificate issuer) {
    try {
      return issuer.hasSigned(
          certificate.getTBSCertificate(), certificate.getSigAlgOID(), certificate.getSignature());
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }

  /**
   * Returns whether the certificate's key signed the content; ECDSA on P-256 with SHA-256 is the
   * only signature there is.
   */
  boolean hasSigned(byte[] content, String algorithm, byte[] signature) {
    if (!algorithm.equals(ECDSA_WITH_SHA256)) {
      return false;
    }
    FoundGood.Digest asked =
        FoundGood.Digest.of(certificate.getPublicKey().getEncoded(), content, signature);
    if (FOUND_GOOD.has(asked)) {
      return true;
    }
    try {
      boolean good = key().verify(content, signature);
      if (good) {
        FOUND_GOOD.add(asked);
      }
      return good;
    } catch (CryptoFault e) {
      return false; // Another kind of key.
    }
  }

  /** The common name: a number, never a person's name. */
  public String number() {
    return attribute(BCStyle.CN);
  }

  public String role() {
    return attribute(BCStyle.OU);
  }

  public String agency() {
    return attribute(BCStyle.O);
  }

  /**
   * Returns whether the certificate was issued for practice: then nothing that it signs is about
   * anybody, and no real workspace believes it. Every certificate below a practice authority says
   * so itself.
   */
  public boolean practice() {
    return attribute(BCStyle.DESCRIPTION).equals(PRACTICE);
  }

  /** Serial number in hexadecimal. */
  public String serial() {
    return certificate.getSerialNumber().toString(16);
  }

  public Instant from() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  /** Returns whether the certificate may issue other certificates. */
  public boolean issues() {
    return certificate.getBasicConstraints() >= 0;
  }

  /**
   * Returns whether the certificate says that it issues others, and its key may sign certificates
   * (RFC 5280, 4.2.1.3).
   */
  boolean mayIssue() {
    boolean[] usage = certificate.getKeyUsage();
    return issues() && usage != null && usage[5];
  }

  /** Returns whether so many issuers may stand below the certificate (RFC 5280, 4.2.1.9). */
  boolean mayStandAbove(int issuers) {
    return certificate.getBasicConstraints() >= issuers;
  }

  /** Returns whether its key may sign lists of what is revoked (RFC 5280, 4.2.1.3). */
  boolean mayRevoke() {
    boolean[] usage = certificate.getKeyUsage();
    return usage != null && usage[6];
  }

  /**
   * Returns whether nothing that the certificate says is critical is unknown here (RFC 5280, 4.2).
   */
  boolean isUnderstood() {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return critical == null || UNDERSTOOD.containsAll(critical);
  }

  public boolean selfIssued() {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /** SHA-256 of the whole certificate, hexadecimal. */
  public String fingerprint() {
    return Sha256.hex(der());
  }

  X509Certificate jca() {
    return certificate;
  }

  private String attribute(ASN1ObjectIdentifier type) {
    RDN[] parts =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()).getRDNs(type);
    return parts.length == 0 ? "" : IETFUtils.valueToString(parts[0].getFirst().getValue());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate c && c.certificate.equals(certificate);
  }

  @Override
  public int hashCode() {
    return certificate.hashCode();
  }

  @Override
  public String toString() {
    return "Certificate[" + serial() + "]";
  }

  /** RFC 7468 text. */
  static final class Pem {
    private Pem() {}

    static String write(String label, byte[] der) {
      return "-----BEGIN "
          + label
          + "-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END "
          + label
          + "-----\n";
    }

    static List<byte[]> read(String pem, String label) {
      List<byte[]> all = new ArrayList<>();
      String begin = "-----BEGIN " + label + "-----";
      String end = "-----END " + label + "-----";
      for (int at = pem.indexOf(begin); at >= 0; at = pem.indexOf(begin, at + 1)) {
        int stop = pem.indexOf(end, at);
        if (stop < 0) {
          throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, "PEM without its end");
        }
        String body = pem.substring(at + begin.length(), stop).replaceAll("\\s", "");
        try {
          all.add(Base64.getDecoder().decode(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
          throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, "PEM");
        }
      }
      return all;
    }
  }
}
