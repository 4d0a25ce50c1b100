package org.sala.crypto;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Lets Bouncy Castle's readers of messages check a signature with a key of ours. */
final class KeyVerifier implements ContentVerifierProvider {
  private final VerifyingKey key;

  KeyVerifier(VerifyingKey key) {
    this.key = key;
  }

  @Override
  public boolean hasAssociatedCertificate() {
    return false;
  }

  @Override
  public X509CertificateHolder getAssociatedCertificate() {
    throw new IllegalStateException("the key alone is known");
  }

  /** ECDSA with SHA-256 (RFC 5758, 3.2) is the only signature there is. */
  @Override
  public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA256)) {
      throw new OperatorCreationException("another kind of signature");
    }
    return new One(algorithm);
  }

  private final class One implements ContentVerifier {
    private final AlgorithmIdentifier algorithm;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    One(AlgorithmIdentifier algorithm) {
      this.algorithm = algorithm;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public boolean verify(byte[] signature) {
      return key.verify(content.toByteArray(), signature);
    }
  }
}
