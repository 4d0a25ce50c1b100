package org.sala.casework;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.store.ServerEntries;
import org.sala.store.StoreFault;
import org.sala.vault.Entries;

/** Sealed entries on a server, as far as this program has looked. */
final class SharedEntries implements Entries {
  private final ServerEntries table;
  private final int length;
  private final List<ServerEntries.Row> known = new ArrayList<>();

  /**
   * @param length of each; one of another length on the server is none of ours
   */
  SharedEntries(ServerEntries table, int length) {
    this.table = table;
    this.length = length;
    known.addAll(table.behind(0));
  }

  @Override
  public byte @Nullable [] get(int place) {
    byte[] entry = known.get(place).entry();
    return entry.length == length ? entry : null;
  }

  @Override
  public int size() {
    return known.size();
  }

  @Override
  public void append(List<byte[]> fresh) throws IOException {
    told(() -> table.append(fresh));
    look();
  }

  @Override
  public void put(int place, byte[] entry) throws IOException {
    long there = known.get(place).place();
    told(() -> table.put(there, entry));
    known.set(place, new ServerEntries.Row(there, entry));
  }

  @Override
  public void look() throws IOException {
    long last = known.isEmpty() ? 0 : known.getLast().place();
    told(() -> known.addAll(table.behind(last)));
  }

  private static void told(Runnable asking) throws IOException {
    try {
      asking.run();
    } catch (StoreFault e) {
      throw new IOException("the server did not answer", e);
    }
  }

  /**
   * Returns how many entries were cut or grown; one that a server loses altogether leaves no trace.
   */
  @Override
  public int lost() {
    return (int) known.stream().filter(row -> row.entry().length != length).count();
  }

  @Override
  public int mended() {
    return 0;
  }
}
