package org.sala.crypto;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/** Lets Bouncy Castle's builders of certificates, lists and messages sign with a key of ours. */
final class KeySigner implements ContentSigner {
  private final SigningKey key;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  KeySigner(SigningKey key) {
    this.key = key;
  }

  /** ECDSA with SHA-256 (RFC 5758, 3.2), which has no parameters. */
  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  }

  @Override
  public OutputStream getOutputStream() {
    return content;
  }

  @Override
  public byte[] getSignature() {
    return key.sign(content.toByteArray());
  }
}
