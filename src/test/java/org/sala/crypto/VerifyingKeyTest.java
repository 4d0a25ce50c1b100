package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two implementations that know nothing of each other agree on what is a signature. */
class VerifyingKeyTest {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final Random random = new Random(52);

  @Test
  void itAgreesWithTheOtherImplementationOnGoodAndOnSpoiledSignatures() throws Exception {
    for (int i = 0; i < 60; i++) {
      SigningKey key = SigningKey.generate(new SecureRandom());
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(message);
      byte[] signature = key.sign(message);
      assertThat(key.verifying().verify(message, signature)).isTrue();
      assertThat(key.verifying().verifyInJava(message, signature)).isTrue();
      assertThat(other(key.verifying(), message, signature)).isTrue();
      assertThat(VerifyingKey.ofSpki(key.verifying().spki()).verify(message, signature)).isTrue();
      for (int flip = 0; flip < 20; flip++) {
        byte[] spoiled = signature.clone();
        int at = random.nextInt(spoiled.length);
        spoiled[at] = (byte) (spoiled[at] ^ (1 << random.nextInt(8)));
        assertThat(key.verifying().verify(message, spoiled))
            .isEqualTo(key.verifying().verifyInJava(message, spoiled))
            .isEqualTo(other(key.verifying(), message, spoiled))
            .isFalse();
      }
      byte[] longer = Arrays.copyOf(message, message.length + 1);
      assertThat(key.verifying().verify(longer, signature)).isFalse();
    }
  }

  /** RFC 6979, A.2.5, the messages "sample" and "test" with SHA-256. */
  @Test
  void itKnowsTheSignaturesOfTheRfc() throws Exception {
    VerifyingKey key =
        VerifyingKey.ofSpki(
            HexFormat.of()
                .parseHex(
                    "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                        + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                        + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"));
    byte[] sample =
        der(
            new BigInteger("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716", 16),
            new BigInteger("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8", 16));
    byte[] test =
        der(
            new BigInteger("f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367", 16),
            new BigInteger("019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083", 16));
    byte[] first = "sample".getBytes(StandardCharsets.US_ASCII);
    byte[] second = "test".getBytes(StandardCharsets.US_ASCII);
    assertThat(key.verify(first, sample)).isTrue();
    assertThat(key.verify(second, test)).isTrue();
    assertThat(key.verify(second, sample)).isFalse();
  }

  @Test
  void numbersOutOfRangeAndOtherEncodingsAreNoSignatures() throws Exception {
    SigningKey key = SigningKey.generate(new SecureRandom());
    byte[] message = {1, 2, 3};
    byte[] good = key.sign(message);
    for (BigInteger r : List.of(BigInteger.ZERO, BigInteger.ONE.negate(), ORDER, BigInteger.ONE)) {
      for (BigInteger s : List.of(BigInteger.ZERO, BigInteger.ONE.negate(), ORDER)) {
        assertThat(key.verifying().verify(message, der(r, s))).isFalse();
        assertThat(key.verifying().verify(message, der(s, r))).isFalse();
        assertThat(key.verifying().verifyInJava(message, der(r, s))).isFalse();
      }
    }
    byte[] behind = Arrays.copyOf(good, good.length + 1);
    byte[] cut = Arrays.copyOf(good, good.length - 1);
    byte[] longLength = new byte[good.length + 1];
    longLength[0] = good[0];
    longLength[1] = (byte) 0x81;
    System.arraycopy(good, 1, longLength, 2, good.length - 1);
    for (byte[] bad : List.of(behind, cut, longLength, new byte[0], new byte[] {0x30, 0})) {
      assertThat(key.verifying().verify(message, bad)).isFalse();
    }
  }

  @Test
  void keysOfOtherCurvesAndPointsBesideTheCurveAreRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    byte[] larger = generator.generateKeyPair().getPublic().getEncoded();
    assertThatThrownBy(() -> VerifyingKey.ofSpki(larger)).isInstanceOf(CryptoFault.class);
    byte[] beside = SigningKey.generate(new SecureRandom()).verifying().spki();
    beside[beside.length - 1] = (byte) (beside[beside.length - 1] ^ 1);
    assertThatThrownBy(() -> VerifyingKey.ofSpki(beside)).isInstanceOf(CryptoFault.class);
  }

  private static boolean other(VerifyingKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(key.jca());
    verifier.update(message);
    try {
      return verifier.verify(signature);
    } catch (java.security.SignatureException e) {
      return false;
    }
  }

  private static byte[] der(BigInteger r, BigInteger s) throws Exception {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    for (BigInteger n : List.of(r, s)) {
      byte[] bytes = n.toByteArray();
      numbers.write(2);
      numbers.write(bytes.length);
      numbers.write(bytes);
    }
    ByteArrayOutputStream sequence = new ByteArrayOutputStream();
    sequence.write(0x30);
    sequence.write(numbers.size());
    sequence.write(numbers.toByteArray());
    return sequence.toByteArray();
  }
}
