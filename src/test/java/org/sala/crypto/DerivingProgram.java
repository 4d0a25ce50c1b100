package org.sala.crypto;

/** Derives once, and says how many bytes more are in use behind it than before. */
final class DerivingProgram {
  private DerivingProgram() {}

  public static void main(String[] arguments) {
    KdfParameters parameters = new KdfParameters(64 << 10, 1, 1);
    PassphraseKdf kdf = new PassphraseKdf(KdfPolicy.SHIPPED);
    System.gc();
    long before = used();
    kdf.derive("an invented phrase".toCharArray(), "example", new byte[16], parameters).close();
    System.out.println(used() - before);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
