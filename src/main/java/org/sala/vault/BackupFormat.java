package org.sala.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;

/** What writer and reader of a backup share ({@code docs/formats/backup.md}). */
final class BackupFormat {
  static final byte[] MAGIC = "SALABAK1".getBytes(StandardCharsets.US_ASCII);
  static final int SALT = 32;
  static final int LARGEST_KEY_FILE = 16 << 20;
  static final int LONGEST_NAME = 200;
  static final int DEEPEST = 4;

  /** The entry that says what the backup is of; it comes first. */
  static final String ABOUT = "about.json";

  static final int LARGEST_ABOUT = 1 << 20;

  /** What is made anew at a restore, or is of use to this laptop alone. */
  static final Set<String> LEFT_OUT =
      Set.of("db", "tmp", "inbox", "backup", "log", "lock", "ballast", "audit", "key.a", "key.b");

  /** Before the names of the journal's files. */
  static final String JOURNAL = "journal/";

  /** Before the names of packages that leave, which are random. */
  static final String OUTBOX = "outbox/";

  private static final Pattern SAYS_DIGEST =
      Pattern.compile("(?:objects/([0-9a-f]{64})|(?:originals|quarantine)/([0-9a-f]{64})\\.sala)");

  private BackupFormat() {}

  /** Whether a file is an attached one or a package, each sealed by itself. */
  static boolean isSealedFile(String name) {
    return name.startsWith(OUTBOX) || SAYS_DIGEST.matcher(name).matches();
  }

  /** Whether a name says that a file has another digest than it has. */
  static boolean saysAnother(String name, String sha256) {
    return SAYS_DIGEST.matcher(name).matches() && !name.contains(sha256);
  }

  static Secret key(Secret workspace, byte[] salt) {
    return workspace.derive(salt, "sala backup v1");
  }

  /** Magic, salt and key file, before the sealed part, which is bound to them. */
  static byte[] head(byte[] salt, byte[] keyFile) {
    return ByteBuffer.allocate(MAGIC.length + SALT + 4 + keyFile.length)
        .put(MAGIC)
        .put(salt)
        .putInt(keyFile.length)
        .put(keyFile)
        .array();
  }

  /** Whether a name may be written below a workspace: nothing that leads out or hides. */
  static boolean allowed(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.equals(ABOUT)) {
      return false;
    }
    List<String> parts = List.of(name.split("/", -1));
    return parts.size() <= DEEPEST
        && !LEFT_OUT.contains(parts.getFirst())
        && parts.stream().allMatch(p -> p.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*"));
  }

  static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The running digest over all entries: names, lengths and digests, in their order. */
  static final class Sum {
    private final MessageDigest digest = Sha256.start();
    private long files;
    private long bytes;

    void add(String name, long length, byte[] sha256) {
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(2).putShort((short) text.length).array());
      digest.update(text);
      digest.update(ByteBuffer.allocate(8).putLong(length).array());
      digest.update(sha256);
      files++;
      bytes += length;
    }

    long files() {
      return files;
    }

    long bytes() {
      return bytes;
    }

    byte[] end() {
      return digest.digest();
    }

    static String hex(byte[] end) {
      return HexFormat.of().formatHex(end);
    }
  }
}
