package org.sala.bench.fuzz;

import java.util.List;

/**
 * Something that reads what comes from outside.
 *
 * @param seeds real inputs, of which hostile ones are made
 * @param words of its language, put in between
 * @param refusals the only exceptions that may come out; every other is a finding
 * @param mostBytes that one input may make it allocate, beyond 64 times the input's length
 */
public record Parser(
    String name,
    List<byte[]> seeds,
    List<String> words,
    Reader reader,
    List<Class<? extends Exception>> refusals,
    long mostBytes) {

  /** What a parser is allowed when nothing else is said. */
  public static final long USUAL_BYTES = 64L << 20;

  public Parser {
    seeds = List.copyOf(seeds);
    words = List.copyOf(words);
    refusals = List.copyOf(refusals);
  }

  /** One that needs no more memory than most. */
  public Parser(
      String name,
      List<byte[]> seeds,
      List<String> words,
      Reader reader,
      List<Class<? extends Exception>> refusals) {
    this(name, seeds, words, reader, refusals, USUAL_BYTES);
  }

  /** Reads an input, or refuses it by one of the declared exceptions. */
  public interface Reader {
    void read(byte[] input) throws Exception;
  }

  /** Returns this parser with other seeds. */
  public Parser with(List<byte[]> others) {
    return new Parser(name, others, words, reader, refusals, mostBytes);
  }

  boolean refuses(Throwable thrown) {
    return refusals.stream().anyMatch(r -> r.isInstance(thrown));
  }
}
