package org.sala.casework;

import org.sala.parcel.ParcelFault;
import org.sala.vault.VaultFault;

/** Faults of the packages below in the words of this one, so that a screen knows what to say. */
final class Faults {
  private Faults() {}

  static CaseworkFault of(VaultFault e) {
    return new CaseworkFault(
        switch (e.code()) {
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case NO_KEY -> CaseworkFault.Code.NO_PROTECTION_KEY;
          case IO, READ_ONLY, DAMAGED, TOO_NEW, TOO_LARGE, TAKEN, LAST_SLOT ->
              CaseworkFault.Code.IO;
        },
        e);
  }

  static CaseworkFault of(ParcelFault e) {
    return new CaseworkFault(
        switch (e.code()) {
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case STOPPED -> CaseworkFault.Code.STOPPED;
          case IO, EXHIBIT_CHANGED -> CaseworkFault.Code.IO;
        },
        e);
  }
}
