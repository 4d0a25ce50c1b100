package org.sala.casework.sync;

import org.sala.carrier.TestStore;

/** What an officer types to reach the store of a test. */
public final class StoreForms {
  private StoreForms() {}

  public static StoreForm to(TestStore store) {
    return form(store.address().endpoint().toString(), 0);
  }

  /** Through a line that listens at a port. */
  public static StoreForm through(int port, TestStore store) {
    return form(store.address(port).endpoint().toString(), 0);
  }

  /** With so many bytes a second at most. */
  public static StoreForm slow(TestStore store, long bytesPerSecond) {
    return form(store.address().endpoint().toString(), bytesPerSecond);
  }

  private static StoreForm form(String endpoint, long bytesPerSecond) {
    return new StoreForm(
        endpoint,
        "",
        TestStore.BUCKET,
        "",
        true,
        "",
        "",
        bytesPerSecond,
        TestStore.KEY.id(),
        TestStore.KEY.secret());
  }
}
