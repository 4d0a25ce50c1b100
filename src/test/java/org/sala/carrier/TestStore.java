package org.sala.carrier;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** A real S3-compatible store on loopback, which keeps objects in memory where nothing is said. */
public final class TestStore implements AutoCloseable {
  public static final String BUCKET = "parcels";
  public static final StoreKey KEY = new StoreKey("station", "a secret that is invented");

  /** As usual, for those who have no time. */
  static final Patience HURRY =
      new Patience(
          Duration.ofSeconds(4), Duration.ofMillis(4), Duration.ofMillis(60), 12, ObjectStore.PART);

  private final AbstractNio2BlobStore blobs;
  private final S3Proxy proxy;
  private final boolean tls;

  public TestStore() {
    this(new TransientNio2BlobStore(), Optional.empty(), AuthenticationType.AWS_V4);
  }

  /** One that asks nobody who he is, so that somebody between may change what is said to it. */
  static TestStore askingNobody() {
    return new TestStore(new TransientNio2BlobStore(), Optional.empty(), AuthenticationType.NONE);
  }

  /** One that keeps objects in a folder, for files that are larger than anybody's memory. */
  static TestStore onDisk(Path folder) {
    return new TestStore(
        new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()),
        Optional.empty(),
        AuthenticationType.AWS_V4);
  }

  private TestStore(
      AbstractNio2BlobStore kept, Optional<Path> keys, AuthenticationType authentication) {
    blobs = kept;
    S3Proxy.Builder builder =
        S3Proxy.builder()
            .blobStore(blobs)
            .awsAuthentication(authentication, KEY.id(), KEY.secret())
            .endpoint(URI.create("http://127.0.0.1:0"));
    tls = keys.isPresent();
    keys.ifPresent(
        k ->
            builder
                .keyStore(k.toString(), "changeit")
                .secureEndpoint(URI.create("https://127.0.0.1:0")));
    proxy = builder.build();
    blobs.createContainer(BUCKET);
    try {
      proxy.start();
      for (int i = 0; i < 1000 && !proxy.getState().equals("STARTED"); i++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** With a certificate of its own for 127.0.0.1, which lies beside as {@code store.pem}. */
  static TestStore withTls(Path folder) throws Exception {
    Path keys = folder.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    run(
        keytool,
        "-genkeypair",
        "-alias",
        "store",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "san=ip:127.0.0.1",
        "-validity",
        "3650",
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit");
    run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "store",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit",
        "-file",
        folder.resolve("store.pem").toString());
    return new TestStore(
        new TransientNio2BlobStore(), Optional.of(keys), AuthenticationType.AWS_V4);
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  public int port() {
    return tls ? proxy.getSecurePort() : proxy.getPort();
  }

  public StoreAddress address() {
    return address(port());
  }

  /** The same through a port of somebody between. */
  public StoreAddress address(int port) {
    return new StoreAddress(
        URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port),
        "us-east-1",
        BUCKET,
        "",
        true,
        Optional.empty(),
        Optional.empty(),
        0);
  }

  public ObjectStore open() throws CarrierFault {
    return new ObjectStore(address(), KEY, HURRY);
  }

  /** The same through a port of somebody between. */
  public ObjectStore open(int port) throws CarrierFault {
    return new ObjectStore(address(port), KEY, HURRY);
  }

  /** One that lists so many at once. */
  public ObjectStore openFor(int most) throws CarrierFault {
    return new ObjectStore(address(), KEY, HURRY, most);
  }

  /** Puts something there past everybody who carries. */
  public void put(String key, byte[] content) {
    blobs.putBlob(
        PutObjectRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .contentLength((long) content.length)
            .build(),
        new ByteArrayInputStream(content));
  }

  /** The bytes of an object as the store has them. */
  public byte[] bytes(String key) throws java.io.IOException {
    try (var in = blobs.getBlob(BUCKET, key)) {
      return in.readAllBytes();
    }
  }

  public AbstractNio2BlobStore blobs() {
    return blobs;
  }

  static String digest(Path file) throws java.io.IOException {
    var digest = Digests.sha256();
    try (var in = Files.newInputStream(file)) {
      byte[] lot = new byte[1 << 16];
      for (int n = in.read(lot); n >= 0; n = in.read(lot)) {
        digest.update(lot, 0, n);
      }
    }
    return Digests.hex(digest);
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
