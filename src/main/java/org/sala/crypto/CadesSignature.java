package org.sala.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Detached CAdES baseline-B signatures (ETSI EN 319 122-1) with the chain inside. */
public final class CadesSignature {
  private CadesSignature() {}

  /** What a signature says. */
  public sealed interface Reading {
    /**
     * The bytes are those that this certificate's key signed; whether it is trusted is for {@link
     * Trust}.
     */
    record Signed(Certificate signer, List<Certificate> chain, Instant claimed)
        implements Reading {}

    /** The signature is not over these bytes. */
    record Altered() implements Reading {}

    /** Not a signature of this form. */
    record Unreadable() implements Reading {}
  }

  /** Signs content; the first certificate is the signer's, the rest its issuers. */
  public static byte[] sign(byte[] content, SigningKey key, List<Certificate> chain, Instant at) {
    try {
      Certificate own = chain.getFirst();
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(attributes(own, at))
              .build(new KeySigner(key), own.jca()));
      generator.addCertificates(new JcaCertStore(chain.stream().map(Certificate::jca).toList()));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (IOException | CMSException | GeneralSecurityException | OperatorCreationException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  // BouncyCastle's tables take a Hashtable.
  @SuppressWarnings("JdkObsolete")
  private static CMSAttributeTableGenerator attributes(Certificate own, Instant at) {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    vector.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(Sha256.of(own.der()))))));
    vector.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
    Map<?, ?> given = new AttributeTable(vector).toHashtable();
    given.forEach((k, v) -> table.put((ASN1ObjectIdentifier) k, (Attribute) v));
    return new DefaultSignedAttributeTableGenerator(new AttributeTable(table));
  }

  /** Checks a detached signature over content. */
  public static Reading read(byte[] content, byte[] signature) {
    try {
      CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), signature);
      List<Certificate> sent = new ArrayList<>();
      for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
        sent.add(Certificate.of(holder.getEncoded()));
      }
      if (data.getSignerInfos().size() != 1 || sent.isEmpty() || sent.size() > 8) {
        return new Reading.Unreadable();
      }
      SignerInformation info = data.getSignerInfos().getSigners().iterator().next();
      for (Certificate c : sent) {
        if (names(info, c)) {
          // By the key alone: whether the certificate was valid on that day is for Trust to say.
          if (!info.verify(verifier(c.key()))) {
            return new Reading.Altered();
          }
          sent.remove(c);
          return new Reading.Signed(c, List.copyOf(sent), claimed(info));
        }
      }
      return new Reading.Unreadable();
    } catch (CMSException e) {
      String why = String.valueOf(e.getMessage());
      return why.contains("digest") ? new Reading.Altered() : new Reading.Unreadable();
    } catch (IOException | OperatorCreationException | RuntimeException e) {
      return new Reading.Unreadable();
    }
  }

  private static SignerInformationVerifier verifier(VerifyingKey key)
      throws OperatorCreationException {
    return new SignerInformationVerifier(
        new DefaultCMSSignatureAlgorithmNameGenerator(),
        new DefaultSignatureAlgorithmIdentifierFinder(),
        new KeyVerifier(key),
        new JcaDigestCalculatorProviderBuilder().build());
  }

  /** The signer is the certificate whose digest the signed attributes hold: nothing else counts. */
  private static boolean names(SignerInformation info, Certificate c) {
    if (info.getSignedAttributes() == null) {
      return false;
    }
    Attribute attribute =
        info.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attribute == null) {
      return false;
    }
    ESSCertIDv2[] ids =
        SigningCertificateV2.getInstance(attribute.getAttributeValues()[0]).getCerts();
    return ids.length > 0
        && java.util.Arrays.equals(ids[0].getCertHashObject().getOctets(), Sha256.of(c.der()))
        && info.getSID().match(holder(c));
  }

  private static X509CertificateHolder holder(Certificate c) {
    try {
      return new X509CertificateHolder(c.der());
    } catch (IOException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, e);
    }
  }

  private static Instant claimed(SignerInformation info) {
    Attribute time = info.getSignedAttributes().get(CMSAttributes.signingTime);
    return time == null
        ? Instant.EPOCH
        : Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
  }
}
