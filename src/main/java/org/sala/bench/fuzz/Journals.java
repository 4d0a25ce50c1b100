package org.sala.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.Aead;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.Compartment;
import org.sala.domain.IncarnationId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.journal.FileOpener;
import org.sala.journal.JournalFault;
import org.sala.journal.ScopeKeyring;
import org.sala.journal.SegmentJournal;

/**
 * A segment of the journal, spoiled from outside; and spoiled inside its frames, which are then
 * sealed and chained as they should be, so that what stands in them is read.
 */
final class Journals {
  private static final int HEADER = 176;
  private static final int CLEAR = 64;

  private final Secret workspace = Secret.of(new byte[Secret.LENGTH]);
  private final InFolder folder;
  private final byte[] file;

  Journals(Path root, SealedExample example) throws IOException {
    this.folder = new InFolder(root.resolve("journal"), "segment-00000001");
    Path made = Files.createDirectories(root.resolve("made"));
    if (!(open(made) instanceof SegmentJournal.Opening.Opened opened)) {
      throw new IOException("an empty journal does not open");
    }
    try (SegmentJournal journal = opened.journal()) {
      journal.append(example.changes);
      journal.audit(List.of(example.audit));
    }
    this.file = Files.readAllBytes(made.resolve("segment-00000001"));
  }

  List<Parser> parsers() throws IOException {
    List<Class<? extends Exception>> refusals = List.of(JournalFault.class);
    return List.of(
        new Parser("segment", List.of(file), List.of("SALAJRN2"), this::whole, refusals),
        new Parser(
            "frames",
            List.of(opened()),
            List.of("\"revisions\":[", "\"parents\":[", "\"kind\":\"", "\u0000\u0002", "{\"a\":"),
            frames -> whole(sealed(frames)),
            refusals));
  }

  private SegmentJournal.Opening open(Path in) {
    return SegmentJournal.open(
        in,
        new SegmentJournal.Identity(
            StationId.of("6d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c11"),
            IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22")),
        new SegmentJournal.Tools(workspace, new Keyring(), FileOpener.disk(), new SecureRandom()),
        seen -> {});
  }

  private void whole(byte[] input) throws Exception {
    folder.read(
        input,
        f -> {
          if (open(folder.folder()) instanceof SegmentJournal.Opening.Opened opened) {
            try (SegmentJournal journal = opened.journal()) {
              journal.replay(0, run -> run.forEach(c -> c.change().revisions()));
              journal.replayAudit(e -> {});
              journal.check();
            }
          }
        });
  }

  /** The frames as type, compartment, scope, length and what stands in them. */
  private byte[] opened() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(file, HEADER, file.length - HEADER);
    while (in.hasRemaining()) {
      byte[] clear = new byte[CLEAR];
      in.get(clear);
      byte[] sealed = new byte[ByteBuffer.wrap(clear).getInt()];
      in.get(sealed);
      byte[] scope = Arrays.copyOfRange(clear, 16, 32);
      try (Aead aead = key(clear[4], clear[5], scope)) {
        byte[] body = aead.open(nonce(ByteBuffer.wrap(clear).getLong(8)), clear, sealed);
        out.write(clear[4]);
        out.write(clear[5]);
        out.writeBytes(scope);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(body);
      } catch (org.sala.crypto.NotAuthenticException e) {
        throw new IOException(e);
      }
    }
    return out.toByteArray();
  }

  /**
   * Returns a segment with every seal right around frames as {@link #opened} gives them, however
   * spoiled.
   */
  private byte[] sealed(byte[] frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = Arrays.copyOf(file, HEADER);
    out.writeBytes(header);
    byte[] previous = Sha256.of(header);
    long sequence = ByteBuffer.wrap(header).getLong(44);
    ByteBuffer in = ByteBuffer.wrap(frames);
    while (in.remaining() > 22) {
      byte type = in.get();
      byte compartment = in.get();
      byte[] scope = new byte[16];
      in.get(scope);
      byte[] body = new byte[Math.min(Math.max(0, in.getInt()), in.remaining())];
      in.get(body);
      byte[] clear =
          ByteBuffer.allocate(CLEAR)
              .putInt(body.length + Aead.TAG)
              .put(type)
              .put(compartment)
              .putShort((short) 0)
              .putLong(sequence)
              .put(scope)
              .put(previous)
              .array();
      try (Aead aead = key(type, compartment, scope)) {
        byte[] sealed = aead.seal(nonce(sequence), clear, body);
        out.writeBytes(clear);
        out.writeBytes(sealed);
        previous = Sha256.of(clear, sealed);
      }
      sequence++;
    }
    return out.toByteArray();
  }

  private Aead key(byte type, byte compartment, byte[] scope) {
    byte[] salt = Arrays.copyOfRange(file, 52, 84);
    if (type != 1) {
      try (Secret key = workspace.derive(salt, "sala journal segment v1")) {
        return new Aead(key);
      }
    }
    ByteBuffer id = ByteBuffer.wrap(scope);
    ScopeId of = new ScopeId(new java.util.UUID(id.getLong(), id.getLong()));
    Compartment in = Compartment.values()[Math.floorMod(compartment, Compartment.values().length)];
    try (Secret scopeKey = new Keyring().find(of, in).orElseThrow();
        Secret key = scopeKey.derive(salt, "sala journal scope v1")) {
      return new Aead(key);
    }
  }

  private static byte[] nonce(long sequence) {
    return ByteBuffer.allocate(Aead.NONCE).putInt(0).putLong(sequence).array();
  }

  /** Every scope has a key, and it follows from its id. */
  private static final class Keyring implements ScopeKeyring {
    @Override
    public Optional<Secret> find(ScopeId scope, Compartment compartment) {
      try (Secret root = Secret.of(new byte[Secret.LENGTH])) {
        return Optional.of(root.derive(new byte[0], scope + compartment.code()));
      }
    }

    @Override
    public void ensure(List<Wanted> wanted) {
      // They follow from their ids.
    }
  }
}
