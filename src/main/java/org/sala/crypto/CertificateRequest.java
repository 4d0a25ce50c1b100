package org.sala.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A request for a certificate (PKCS #10, RFC 2986); it names an officer's number and no person. */
public final class CertificateRequest {
  private final byte[] der;
  private final VerifyingKey key;
  private final String number;
  private final boolean practice;

  private CertificateRequest(byte[] der, VerifyingKey key, String number, boolean practice) {
    this.practice = practice;
    this.der = der;
    this.key = key;
    this.number = number;
  }

  public static CertificateRequest make(SigningKey key, String number) {
    return make(key, number, false);
  }

  /**
   * Makes a request; one for practice says so under its signature, so that nobody can take the word
   * off.
   */
  public static CertificateRequest make(SigningKey key, String number, boolean practice) {
    try {
      X500NameBuilder name = new X500NameBuilder().addRDN(BCStyle.CN, number);
      X500Name subject =
          (practice ? name.addRDN(BCStyle.DESCRIPTION, Certificate.PRACTICE) : name).build();
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(subject, key.verifying().jca())
              .build(new KeySigner(key))
              .getEncoded();
      return new CertificateRequest(der, key.verifying(), number, practice);
    } catch (IOException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  /** Reads a request and checks that its sender holds the key. */
  public static CertificateRequest of(byte[] der) throws NotAuthenticException {
    try {
      PKCS10CertificationRequest request = new PKCS10CertificationRequest(der);
      VerifyingKey key = VerifyingKey.ofSpki(request.getSubjectPublicKeyInfo().getEncoded());
      ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().build(key.jca());
      if (!request.isSignatureValid(verifier)) {
        throw new NotAuthenticException("the request is not signed by its key");
      }
      var names = request.getSubject().getRDNs(BCStyle.CN);
      if (names.length != 1) {
        throw new NotAuthenticException("the request names no number");
      }
      boolean practice =
          Arrays.stream(request.getSubject().getRDNs(BCStyle.DESCRIPTION))
              .anyMatch(r -> text(r).equals(Certificate.PRACTICE));
      return new CertificateRequest(der.clone(), key, text(names[0]), practice);
    } catch (IOException | OperatorException | PKCSException | RuntimeException e) {
      // BouncyCastle answers broken encodings with unchecked exceptions of several kinds.
      throw new NotAuthenticException("not a certificate request");
    }
  }

  private static String text(RDN part) {
    return IETFUtils.valueToString(part.getFirst().getValue());
  }

  public byte[] der() {
    return der.clone();
  }

  public VerifyingKey key() {
    return key;
  }

  public String number() {
    return number;
  }

  /** Returns whether the request comes from a practice workspace. */
  public boolean practice() {
    return practice;
  }
}
