package org.sala.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * A key that certifies others: the agency's authority, or headquarters' issuing key below it.
 * Officers' certificates carry keyUsage digitalSignature and nonRepudiation and no extended key
 * usage, which {@code openssl cms -verify} would refuse.
 */
public final class Issuer {
  private final SigningKey key;
  private final Certificate certificate;
  private final SecureRandom random;

  private Issuer(SigningKey key, Certificate certificate, SecureRandom random) {
    this.key = key;
    this.certificate = certificate;
    this.random = random;
  }

  /** An issuer that exists already. */
  public static Issuer of(SigningKey key, Certificate certificate, SecureRandom random) {
    if (!certificate.issues()
        || !certificate.key().fingerprint().equals(key.verifying().fingerprint())) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "certificate and key of an issuer");
    }
    return new Issuer(key, certificate, random);
  }

  /** A new authority with a certificate signed by itself. */
  public static Issuer authority(
      SigningKey key, String agency, Instant from, Duration life, SecureRandom random) {
    return authority(key, agency, from, life, random, false);
  }

  /**
   * Makes a new authority with a certificate signed by itself; one for practice marks every
   * certificate below it.
   */
  public static Issuer authority(
      SigningKey key,
      String agency,
      Instant from,
      Duration life,
      SecureRandom random,
      boolean practice) {
    X500Name name = name(agency, "authority", agency + " authority", practice);
    Certificate own = build(name, key, name, key.verifying(), from, life, 1, random);
    return new Issuer(key, own, random);
  }

  public Certificate certificate() {
    return certificate;
  }

  /**
   * A new authority of the same name for a new key, introduced by this one. The introduction ends
   * with this authority's own time: by then everybody has heard of it, or enrols anew.
   */
  public Succession succeed(SigningKey next, Instant from, Duration life) {
    X500Name name = subject(certificate);
    Duration left = Duration.between(from, certificate.until());
    if (left.isNegative() || left.isZero()) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "an authority whose time has ended");
    }
    return new Succession(
        build(name, next, name, next.verifying(), from, life, 1, random),
        build(name, key, name, next.verifying(), from, left, 1, random));
  }

  /** Certifies headquarters' issuing key. */
  public Issuer certifyIssuer(SigningKey issuing, String agency, Instant from, Duration life) {
    X500Name subject = name(agency, "issuing", agency + " issuing", certificate.practice());
    Certificate made =
        build(subject(certificate), key, subject, issuing.verifying(), from, life, 0, random);
    return new Issuer(issuing, made, random);
  }

  /**
   * Certifies the public key of an issuer that another authority had certified, under the same name
   * and for the same time, so that what it issued can be followed to this one.
   */
  public Certificate certifyAnew(Certificate issuing) {
    Duration life = Duration.between(issuing.from(), issuing.until());
    return build(
        subject(certificate),
        key,
        subject(issuing),
        issuing.key(),
        issuing.from(),
        life,
        0,
        random);
  }

  /** Certifies an officer's or a station's key. */
  public Certificate certify(
      VerifyingKey subjectKey,
      String number,
      String role,
      String agency,
      Instant from,
      Duration life) {
    X500Name subject = name(agency, role, number, certificate.practice());
    return build(subject(certificate), key, subject, subjectKey, from, life, -1, random);
  }

  /** Signs a list of revoked serial numbers (hexadecimal). */
  public RevocationList revoke(Collection<String> serials, long number, Instant at, Duration life) {
    try {
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(certificate.jca().getSubjectX500Principal(), Date.from(at));
      builder.setNextUpdate(Date.from(at.plus(life)));
      for (String serial : serials) {
        builder.addCRLEntry(new BigInteger(serial, 16), Date.from(at), CRLReason.keyCompromise);
      }
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.jca()));
      return RevocationList.of(builder.build(new KeySigner(key)).getEncoded());
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  private static X500Name name(String agency, String role, String number, boolean practice) {
    X500NameBuilder name =
        new X500NameBuilder()
            .addRDN(BCStyle.O, agency)
            .addRDN(BCStyle.OU, role)
            .addRDN(BCStyle.CN, number);
    return (practice ? name.addRDN(BCStyle.DESCRIPTION, Certificate.PRACTICE) : name).build();
  }

  private static X500Name subject(Certificate certificate) {
    return X500Name.getInstance(certificate.jca().getSubjectX500Principal().getEncoded());
  }

  /**
   * @param path -1 for a certificate that issues nothing, else the length of the path below it
   */
  private static Certificate build(
      X500Name issuer,
      SigningKey signer,
      X500Name subject,
      VerifyingKey subjectKey,
      Instant from,
      Duration life,
      int path,
      SecureRandom random) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(127, random).add(BigInteger.ONE),
              Date.from(from),
              Date.from(from.plus(life)),
              subject,
              subjectKey.jca());
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(subjectKey.jca()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(signer.verifying().jca()));
      builder.addExtension(
          Extension.basicConstraints,
          true,
          path < 0 ? new BasicConstraints(false) : new BasicConstraints(path));
      builder.addExtension(
          Extension.keyUsage,
          true,
          path < 0
              ? new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)
              : new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return Certificate.of(builder.build(new KeySigner(signer)).getEncoded());
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }
}
