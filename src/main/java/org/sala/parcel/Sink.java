package org.sala.parcel;

import java.io.OutputStream;
import org.sala.domain.AuditEntry;

/**
 * Where the reader hands what it reads. Nothing counts before the verdict is genuine: a sink that
 * keeps things keeps them apart until then.
 */
public interface Sink extends AttachmentSink {

  /** parcel.json, before its signature is checked. */
  void header(ParcelHeader header);

  /** A change whose author's signature is right. */
  void change(Authentic change);

  /** A change whose author's signature is right, but whose author's standing is in doubt. */
  default void doubted(Authentic change, Finding.Code doubt) {
    // Kept by those who let people decide.
  }

  void audit(AuditEntry entry);

  /** Keeps nothing. */
  static Sink nothing() {
    return new Sink() {
      @Override
      public void header(ParcelHeader header) {
        // Not kept.
      }

      @Override
      public void change(Authentic change) {
        // Not kept.
      }

      @Override
      public void audit(AuditEntry entry) {
        // Not kept.
      }

      @Override
      public OutputStream attachment(Enclosed file) {
        return OutputStream.nullOutputStream();
      }
    };
  }
}
