package org.sala.domain;

import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.FILE;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.Join.CLOSED;

import java.util.List;

/** What headquarters sends to be asked with. */
public final class CatalogueKinds {
  /** One file of a catalogue; the catalogue is whole once all that it names are here. */
  public static final Kind CATALOGUE =
      new Kind(
          "catalogue",
          ScopeType.STATION,
          true,
          List.of(
              Field.open("form", CODE, CLOSED),
              Field.open("formVersion", CODE, CLOSED),
              Field.open("formDigest", CODE, CLOSED),
              Field.open("name", CODE, CLOSED),
              Field.open("at", MOMENT, CLOSED),
              Field.open("file", FILE, CLOSED)));

  private CatalogueKinds() {}
}
