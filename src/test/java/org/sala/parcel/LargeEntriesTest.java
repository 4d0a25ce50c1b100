package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ZIP64: entries of 4 GiB and more, and what lies behind them; by their sizes, without a file. */
class LargeEntriesTest {
  private static final long FOUR_GIB = 1L << 32;
  private static final String OBJECT = "objects/" + "a".repeat(64);

  private static ZipFormat.Entry entry(long size, long offset) {
    return new ZipFormat.Entry(OBJECT, size, 0xcafef00dL, offset);
  }

  /** As APPNOTE 4.3.7 and 4.5.3 have it. */
  @Test
  void aLocalHeaderSaysBothSizesInAnExtraFieldWhereTheyDoNotFit() {
    ByteBuffer small = read(ZipFormat.local(entry(FOUR_GIB - 2, 0)));
    assertThat(small.getShort(4)).isEqualTo((short) 20);
    assertThat(small.getInt(18)).isEqualTo((int) (FOUR_GIB - 2));
    assertThat(small.getShort(28)).as("no extra field").isZero();
    // 0xffffffff itself is the mark, and so needs the field.
    for (long size : new long[] {FOUR_GIB - 1, FOUR_GIB, 5 * FOUR_GIB + 7}) {
      ByteBuffer large = read(ZipFormat.local(entry(size, 0)));
      assertThat(large.getShort(4)).isEqualTo((short) 45);
      assertThat(large.getInt(14)).isEqualTo(0xcafef00d);
      assertThat(large.getInt(18)).isEqualTo(-1);
      assertThat(large.getInt(22)).isEqualTo(-1);
      assertThat(large.getShort(28)).isEqualTo((short) 20);
      int extra = 30 + OBJECT.length();
      assertThat(large.getShort(extra)).isEqualTo((short) 1);
      assertThat(large.getShort(extra + 2)).isEqualTo((short) 16);
      assertThat(large.getLong(extra + 4)).isEqualTo(size);
      assertThat(large.getLong(extra + 12)).isEqualTo(size);
      assertThat(large.limit()).isEqualTo(extra + 20);
    }
  }

  @Test
  void theDirectorySaysOnlyWhatDoesNotFitInItsExtraField() {
    int extra = 46 + OBJECT.length();
    assertThat(ZipFormat.central(entry(7, FOUR_GIB - 2))).hasSize(extra);
    ByteBuffer far = read(ZipFormat.central(entry(7, FOUR_GIB + 9)));
    assertThat(far.getInt(42)).isEqualTo(-1);
    assertThat(far.getShort(30)).isEqualTo((short) 12);
    assertThat(far.getShort(extra + 2)).isEqualTo((short) 8);
    assertThat(far.getLong(extra + 4)).isEqualTo(FOUR_GIB + 9);
    ByteBuffer both = read(ZipFormat.central(entry(FOUR_GIB, FOUR_GIB + 9)));
    assertThat(both.getShort(extra + 2)).isEqualTo((short) 24);
    assertThat(both.getLong(extra + 4)).isEqualTo(FOUR_GIB);
    assertThat(both.getLong(extra + 12)).isEqualTo(FOUR_GIB);
    assertThat(both.getLong(extra + 20)).isEqualTo(FOUR_GIB + 9);
  }

  @Test
  void theEndOfADirectoryThatLiesBeyondFourGibHasItsOwnRecordAndWhereThatIs() {
    assertThat(ZipFormat.end(3, 300, FOUR_GIB - 2)).hasSize(22);
    long start = FOUR_GIB + 100;
    ByteBuffer end = read(ZipFormat.end(3, 300, start));
    assertThat(end.limit()).isEqualTo(98);
    assertThat(end.getInt(0)).isEqualTo(0x06064b50);
    assertThat(end.getLong(4)).isEqualTo(44);
    assertThat(end.getLong(24)).isEqualTo(3);
    assertThat(end.getLong(32)).isEqualTo(3);
    assertThat(end.getLong(40)).isEqualTo(300);
    assertThat(end.getLong(48)).isEqualTo(start);
    assertThat(end.getInt(56)).isEqualTo(0x07064b50);
    assertThat(end.getLong(64)).isEqualTo(start + 300);
    assertThat(end.getInt(72)).isEqualTo(1);
    assertThat(end.getInt(76)).isEqualTo(0x06054b50);
    assertThat(end.getInt(92)).isEqualTo(-1);
    assertThat(read(ZipFormat.end(0xffff, 300, 0)).getLong(24)).isEqualTo(0xffff);
  }

  /** What the reader walks through: 4 GiB of zeros between two small entries. */
  private static List<InputStream> walked(List<ZipFormat.Entry> entries) {
    List<InputStream> all = new ArrayList<>();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    long offset = 0;
    for (ZipFormat.Entry e : entries) {
      ZipFormat.Entry here = new ZipFormat.Entry(e.name(), e.size(), e.crc(), offset);
      byte[] local = ZipFormat.local(here);
      all.add(new ByteArrayInputStream(local));
      all.add(new Zeros(e.size()));
      directory.writeBytes(ZipFormat.central(here));
      offset += local.length + e.size();
    }
    int length = directory.size();
    directory.writeBytes(ZipFormat.end(entries.size(), length, offset));
    all.add(new ByteArrayInputStream(directory.toByteArray()));
    return all;
  }

  private static final List<ZipFormat.Entry> LARGE =
      List.of(
          new ZipFormat.Entry(Layout.MIMETYPE, 31, 1, 0),
          entry(FOUR_GIB + 10, 0),
          new ZipFormat.Entry(Layout.README, 20, 2, 0));

  @Test
  void anEntryOfMoreThanFourGibAndWhatLiesBehindItAreRead() throws Exception {
    Read read = new Read();
    InputStream in = new SequenceInputStream(Collections.enumeration(walked(LARGE)));
    assertThat(ContainerReader.again(in).walk(read)).isTrue();
    assertThat(read.lengths).containsExactly(31L, FOUR_GIB + 10, 20L);
    assertThat(read.entries.getLast().offset()).isGreaterThan(FOUR_GIB);
  }

  @Test
  void aSizeThatItsExtraFieldDoesNotSayTwiceOrSaysInVainIsRefused() throws Exception {
    byte[] mimetype = ZipFormat.local(new ZipFormat.Entry(Layout.MIMETYPE, 0, 0, 0));
    byte[] good = ZipFormat.local(entry(FOUR_GIB + 10, 0));
    assertThat(begun(mimetype, good)).as("the untouched twin").isEmpty();
    List<Integer> places = new ArrayList<>(List.of(4, 18, 19, 22, 26, 28));
    for (int i = 30 + OBJECT.length(); i < good.length; i++) {
      places.add(i);
    }
    for (int at : places) {
      byte[] spoiled = good.clone();
      spoiled[at] ^= 1;
      assertThat(begun(mimetype, spoiled)).as("byte %d", at).isNotEmpty();
    }
    byte[] vain = ZipFormat.local(entry(FOUR_GIB, 0));
    ByteBuffer.wrap(vain)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(vain.length - 16, 7)
        .putLong(vain.length - 8, 7);
    assertThat(begun(mimetype, vain)).containsExactly(Finding.Code.DIRECTORIES_DIFFER);
  }

  /** What is found until the second entry begins. */
  private static List<Finding.Code> begun(byte[] first, byte[] second) throws Exception {
    Findings findings = new Findings();
    Read read = new Read();
    read.most = 2;
    ContainerReader.first(
            new SequenceInputStream(
                new ByteArrayInputStream(first), new ByteArrayInputStream(second)),
            findings)
        .walk(read);
    return findings.all().stream().map(Finding::code).toList();
  }

  private static ByteBuffer read(byte[] record) {
    return ZipFormat.buffer(record.length).put(record).flip();
  }

  /** Counts, and stops where it has begun enough. */
  private static final class Read implements ContainerReader.Entries {
    private final List<ZipFormat.Entry> entries = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();
    private int most = 100;
    private long length;

    @Override
    public boolean begin(ZipFormat.Entry entry) {
      entries.add(entry);
      length = 0;
      return entries.size() < most;
    }

    @Override
    public void content(String name, byte[] bytes, int read, boolean last) {
      length += read;
      if (last) {
        lengths.add(length);
      }
    }
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      left -= n;
      return n;
    }
  }
}
