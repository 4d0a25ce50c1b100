package org.sala.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.DomainFault;
import org.sala.domain.wire.ChangeWire;

/** F13: hostile input is read or refused as declared, in bounded time and memory. */
class HostileInputTest {
  /** Inputs on which a parser once went wrong, in a folder of its name. */
  private static final Path CORPUS = Path.of("src/test/resources/org/sala/bench/fuzz/corpus");

  @TempDir Path folder;

  @Test
  void everyParserReadsOrRefusesAsDeclared() throws Exception {
    List<String> findings = new ArrayList<>();
    int kept = 0;
    for (Parser parser : Parsers.all(folder)) {
      List<byte[]> seeds = new ArrayList<>(parser.seeds());
      List<byte[]> corpus = corpus(parser.name());
      seeds.addAll(corpus);
      kept += corpus.size();
      Fuzzing.Result result =
          Fuzzing.run(parser.with(seeds), 20261128, 2000, Duration.ofMillis(400));
      findings.addAll(result.findings());
      assertThat(result.inputs()).as(parser.name()).isGreaterThan(seeds.size());
      assertThat(result.taken()).as("seeds of " + parser.name()).isGreaterThan(0);
    }
    assertThat(findings).isEmpty();
    try (Stream<Path> all = Files.walk(CORPUS)) {
      assertThat(kept).isEqualTo((int) all.filter(Files::isRegularFile).count()).isGreaterThan(3);
    }
  }

  private static List<byte[]> corpus(String parser) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    Path of = CORPUS.resolve(parser);
    if (Files.isDirectory(of)) {
      try (Stream<Path> files = Files.list(of)) {
        for (Path f : files.sorted().toList()) {
          inputs.add(Files.readAllBytes(f));
        }
      }
    }
    return inputs;
  }

  /** The broken variants: each has to be found, by what it does wrong. */
  @Test
  void aParserThatIsNotCarefulIsFound() throws Exception {
    byte[] seed = {0, 0, 0, 4, 'd', 'a', 't', 'a'};
    InFolder own = new InFolder(folder.resolve("own"), "input");
    assertFound(seed, b -> ByteBuffer.wrap(b).getInt(), "BufferUnderflowException");
    assertFound(seed, HostileInputTest::believesTheLength, "MiB");
    assertFound(
        seed, b -> own.read(b, f -> Files.write(f.resolveSibling("left"), b)), "AssertionError");
    assertFound(seed, b -> ChangeWire.readLine(new byte[] {'{', b[0]}), "ArrayIndexOutOfBounds");
    Parser endless =
        new Parser("endless", List.of(seed), List.of(), HostileInputTest::endless, List.of());
    assertThat(
            Fuzzing.run(endless, 1, 10, Duration.ofMinutes(1), Duration.ofMillis(300)).findings())
        .anyMatch(f -> f.contains("does not end"));
  }

  /** The broken variant of F9: entries are whatever they are, and their digests are believed. */
  @Test
  void aReaderOfPackagesThatBelievesTheDigestsIsFound() throws Exception {
    Parser believing = Parsers.believingDigests(folder.resolve("believing"));
    assertThat(Fuzzing.run(believing, 7, 200, Duration.ofMinutes(1)).findings())
        .anyMatch(f -> f.contains("AssertionError") && f.contains("spoiledAndGenuine"));
  }

  private static void assertFound(byte[] seed, Parser.Reader broken, String what) {
    Parser parser = new Parser("broken", List.of(seed), List.of(), broken, refusals());
    assertThat(Fuzzing.run(parser, 7, 300, Duration.ofMinutes(1)).findings())
        .anyMatch(f -> f.contains(what));
  }

  private static List<Class<? extends Exception>> refusals() {
    return List.of(DomainFault.class);
  }

  private static void believesTheLength(byte[] input) {
    if (input.length > 3) {
      int claimed = ByteBuffer.wrap(input).getInt() & 0x7ffffff;
      assertThat(new byte[claimed]).hasSize(claimed);
    }
  }

  private static void endless(byte[] input) throws InterruptedException {
    while (input.length > 0) {
      Thread.sleep(10);
    }
  }
}
