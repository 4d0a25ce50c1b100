package org.sala.crypto;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The age v1 file encryption format (C2SP age), streaming, with X25519 recipients. */
public final class Age {
  private Age() {}

  /**
   * Encrypts what is written to the returned stream; closing it ends the file and closes {@code
   * to}.
   */
  public static OutputStream encrypt(List<AgeRecipient> recipients, OutputStream to)
      throws IOException {
    List<RecipientStanzaWriter> writers = new ArrayList<>();
    try {
      for (AgeRecipient r : recipients) {
        writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(r.text()));
      }
      return new BufferedOutputStream(
          Channels.newOutputStream(
              new StandardEncryptingChannelFactory()
                  .newEncryptingChannel(Channels.newChannel(to), writers)),
          64 * 1024);
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  /**
   * Whether a file that begins like this names one of the identities. The header is authenticated
   * by its own key; nothing is said of what follows.
   */
  public static boolean isFor(List<AgeIdentity> identities, byte[] head) {
    try {
      decrypt(identities, new ByteArrayInputStream(head)).close();
      return true;
    } catch (IOException | NotAuthenticException e) {
      return false;
    }
  }

  /**
   * Decrypts a file for whichever identity it names. Chunks are given out only once they are
   * verified; a truncated or altered file ends in an {@link IOException} while reading.
   *
   * @throws NotAuthenticException when the header is not age's, or names none of the identities
   */
  public static InputStream decrypt(List<AgeIdentity> identities, InputStream from)
      throws IOException, NotAuthenticException {
    List<RecipientStanzaReader> readers = new ArrayList<>();
    try {
      for (AgeIdentity i : identities) {
        readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(i.secret()));
      }
      return new CheckedStream(
          Channels.newInputStream(
              new StandardDecryptingChannelFactory()
                  .newDecryptingChannel(Channels.newChannel(from), readers)));
    } catch (UnsupportedRecipientStanzaException e) {
      throw new NotAuthenticException("written for other recipients");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new NotAuthenticException("not an age file that can be read");
    }
  }
}
