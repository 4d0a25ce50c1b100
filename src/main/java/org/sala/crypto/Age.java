package org.sala.crypto;

import com.exceptionfactory.jagged.RecipientStanza;
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
import java.nio.BufferUnderflowException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The age v1 file encryption format (C2SP age), streaming, with X25519 recipients. */
public final class Age {
  private static final AgeCiphers CIPHERS = new AgeCiphers();

  private Age() {}

  /**
   * Encrypts what is written to the returned stream; closing it ends the file and closes {@code
   * to}.
   */
  public static OutputStream encrypt(List<AgeRecipient> recipients, OutputStream to)
      throws IOException {
    return encrypt(recipients, List.of(), to);
  }

  /**
   * Encrypts what is written to the returned stream, with a stanza for nobody that says to whoever
   * cannot open the file that it comes from practice. Every reader of age passes over a stanza that
   * it does not know.
   */
  public static OutputStream encryptForPractice(List<AgeRecipient> recipients, OutputStream to)
      throws IOException {
    return encrypt(recipients, List.of(key -> List.of(new PracticeStanza())), to);
  }

  /**
   * Whether a file's header has that stanza. Anybody can put one there: it explains why a file is
   * refused, and refuses none that would be taken otherwise.
   *
   * @param start the first bytes of the file
   */
  public static boolean saysPractice(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n---");
    return end > 0 && text.substring(0, end).contains("\n-> " + PracticeStanza.TYPE + "\n");
  }

  /** A stanza that wraps no key. */
  private static final class PracticeStanza implements RecipientStanza {
    private static final String TYPE = "sala-training";

    @Override
    public String getType() {
      return TYPE;
    }

    @Override
    public List<String> getArguments() {
      return List.of();
    }

    @Override
    public byte[] getBody() {
      return "invented people".getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static OutputStream encrypt(
      List<AgeRecipient> recipients, List<RecipientStanzaWriter> more, OutputStream to)
      throws IOException {
    List<RecipientStanzaWriter> writers = new ArrayList<>();
    try {
      for (AgeRecipient r : recipients) {
        writers.add(writer(r));
      }
      writers.addAll(more);
      return new BufferedOutputStream(
          Channels.newOutputStream(
              new StandardEncryptingChannelFactory(CIPHERS)
                  .newEncryptingChannel(Channels.newChannel(to), writers)),
          64 * 1024);
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  private static RecipientStanzaWriter writer(AgeRecipient r) throws GeneralSecurityException {
    return CIPHERS.agrees()
        ? X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(r.text(), CIPHERS)
        : X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(r.text());
  }

  private static RecipientStanzaReader reader(AgeIdentity i) throws GeneralSecurityException {
    return CIPHERS.agrees()
        ? X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(i.secret(), CIPHERS)
        : X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(i.secret());
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
        readers.add(reader(i));
      }
      return new CheckedStream(
          Channels.newInputStream(
              new StandardDecryptingChannelFactory(CIPHERS)
                  .newDecryptingChannel(Channels.newChannel(from), readers)));
    } catch (UnsupportedRecipientStanzaException e) {
      throw new NotAuthenticException("written for other recipients");
    } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException e) {
      // The last where the file ends within its header.
      throw new NotAuthenticException("not an age file that can be read");
    }
  }
}
