package org.sala.bench.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same parsers for Jazzer, which sees what code an input reaches and so goes where chance alone
 * does not. Not part of the build's tests: {@code docs/faults.md} says how it is started.
 */
class JazzerTargets {
  private static final List<Parser> ALL = all();

  private static List<Parser> all() {
    try {
      return Parsers.all(Files.createTempDirectory("sala-jazzer"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parser named(String name) {
    return ALL.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private static void read(String name, byte[] input) throws Exception {
    Parser parser = named(name);
    try {
      parser.reader().read(input);
    } catch (Exception e) {
      if (!parser.refuses(e)) {
        throw e;
      }
    }
  }

  static Stream<byte[]> seedsOfPackageFile() {
    return named("package").seeds().stream();
  }

  @MethodSource("seedsOfPackageFile")
  @FuzzTest(maxDuration = "24h")
  void packageFile(byte[] input) throws Exception {
    read("package", input);
  }

  static Stream<byte[]> seedsOfContainer() {
    return named("container").seeds().stream();
  }

  @MethodSource("seedsOfContainer")
  @FuzzTest(maxDuration = "24h")
  void container(byte[] input) throws Exception {
    read("container", input);
  }

  static Stream<byte[]> seedsOfManifest() {
    return named("manifest").seeds().stream();
  }

  @MethodSource("seedsOfManifest")
  @FuzzTest(maxDuration = "24h")
  void manifest(byte[] input) throws Exception {
    read("manifest", input);
  }

  static Stream<byte[]> seedsOfChange() {
    return named("change").seeds().stream();
  }

  @MethodSource("seedsOfChange")
  @FuzzTest(maxDuration = "24h")
  void change(byte[] input) throws Exception {
    read("change", input);
  }

  static Stream<byte[]> seedsOfSegment() {
    return named("segment").seeds().stream();
  }

  @MethodSource("seedsOfSegment")
  @FuzzTest(maxDuration = "24h")
  void segment(byte[] input) throws Exception {
    read("segment", input);
  }

  static Stream<byte[]> seedsOfFrames() {
    return named("frames").seeds().stream();
  }

  @MethodSource("seedsOfFrames")
  @FuzzTest(maxDuration = "24h")
  void frames(byte[] input) throws Exception {
    read("frames", input);
  }

  static Stream<byte[]> seedsOfKeyFile() {
    return named("key file").seeds().stream();
  }

  @MethodSource("seedsOfKeyFile")
  @FuzzTest(maxDuration = "24h")
  void keyFile(byte[] input) throws Exception {
    read("key file", input);
  }

  static Stream<byte[]> seedsOfKeyFileBody() {
    return named("key file's body").seeds().stream();
  }

  @MethodSource("seedsOfKeyFileBody")
  @FuzzTest(maxDuration = "24h")
  void keyFileBody(byte[] input) throws Exception {
    read("key file's body", input);
  }

  static Stream<byte[]> seedsOfCertificate() {
    return named("certificate").seeds().stream();
  }

  @MethodSource("seedsOfCertificate")
  @FuzzTest(maxDuration = "24h")
  void certificate(byte[] input) throws Exception {
    read("certificate", input);
  }

  static Stream<byte[]> seedsOfCertificateRequest() {
    return named("certificate request").seeds().stream();
  }

  @MethodSource("seedsOfCertificateRequest")
  @FuzzTest(maxDuration = "24h")
  void certificateRequest(byte[] input) throws Exception {
    read("certificate request", input);
  }

  static Stream<byte[]> seedsOfForm() {
    return named("form").seeds().stream();
  }

  @MethodSource("seedsOfForm")
  @FuzzTest(maxDuration = "24h")
  void form(byte[] input) throws Exception {
    read("form", input);
  }

  static Stream<byte[]> seedsOfFilledForm() {
    return named("filled form").seeds().stream();
  }

  @MethodSource("seedsOfFilledForm")
  @FuzzTest(maxDuration = "24h")
  void filledForm(byte[] input) throws Exception {
    read("filled form", input);
  }
}
