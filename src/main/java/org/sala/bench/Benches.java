package org.sala.bench;

import org.sala.casework.station.Tools;
import org.sala.cli.Ports;

/** How {@code sala bench} finds the measurements: an installed Sala has none. */
public final class Benches implements Ports.Measures {
  @Override
  public Ports.Measuring with(Tools tools) {
    return new Bench(tools);
  }
}
