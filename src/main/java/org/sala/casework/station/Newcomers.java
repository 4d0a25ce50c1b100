package org.sala.casework.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.domain.Value;

/**
 * Colleagues who got a slot, or lost theirs, since an officer last looked. Any officer makes a slot
 * or takes one away in a minute; the others are told of it, by name, until they have said that they
 * read it.
 */
public final class Newcomers {
  private final Station station;
  private final Officers officers;

  public Newcomers(Station station, Officers officers) {
    this.station = station;
    this.officers = officers;
  }

  private String known() {
    return "colleagues." + station.me().hex();
  }

  private String fresh() {
    return "colleagues.new." + station.me().hex();
  }

  private String knownGone() {
    return "colleagues.gone." + station.me().hex();
  }

  /**
   * A colleague whose slot somebody else took away.
   *
   * @param name whose it was
   * @param by the name of who did it
   */
  public record Gone(String name, String by, Moment at) {
    @Override
    public String toString() {
      return "Gone";
    }
  }

  /**
   * Looks who is there at an unlock: nobody else adds anybody while this officer works. Whoever
   * comes in for the first time knows those who are there.
   */
  public void begin() {
    List<String> known = station.state().texts(known());
    if (known.isEmpty()) {
      read();
      readGone();
      return;
    }
    List<String> fresh = keys().stream().filter(k -> !known.contains(k)).toList();
    if (!fresh.equals(station.state().texts(fresh()))) {
      station.state().set(fresh(), Value.texts(fresh));
    }
  }

  private List<String> keys() {
    List<String> all = new ArrayList<>();
    all.add(station.me().hex());
    officers.ofThisStation().keySet().stream()
        .filter(key -> !key.equals(station.me()))
        .forEach(key -> all.add(key.hex()));
    return all;
  }

  /** Whether there is anybody of whom this officer was not told; asks nothing but the state. */
  public boolean isAny() {
    return !station.state().texts(fresh()).isEmpty();
  }

  /** Returns the names of those whom this officer was not told of yet. */
  public List<String> untold() {
    Map<Fingerprint, String> names = officers.names();
    return station.state().texts(fresh()).stream()
        .map(key -> names.getOrDefault(new Fingerprint(key), ""))
        .toList();
  }

  /**
   * Whether there is anybody gone of whom this officer was not told; asks nothing but the state.
   */
  public boolean isAnyGone() {
    return untoldGone().findAny().isPresent();
  }

  /** Returns those whose slot others took away and of whom this officer was not told yet. */
  public List<Gone> gone() {
    Map<Fingerprint, String> names = officers.names();
    return untoldGone()
        .map(l -> new Gone(names.getOrDefault(l.key(), ""), names.getOrDefault(l.by(), ""), l.at()))
        .toList();
  }

  private Stream<OfficerSlots.Left> untoldGone() {
    List<String> told = station.state().texts(knownGone());
    return officers.slots().left().stream()
        .filter(l -> !l.by().equals(station.me()))
        .filter(l -> !told.contains(once(l)));
  }

  /** One taking away: where an older key file came back there may be another of the same slot. */
  private static String once(OfficerSlots.Left l) {
    return l.key().hex() + " " + l.at();
  }

  /** This officer has read of all who are gone now. */
  public void readGone() {
    List<String> all = officers.slots().left().stream().map(Newcomers::once).toList();
    station.state().set(knownGone(), Value.texts(all));
  }

  /** This officer has read of all who are there now. */
  public void read() {
    station.state().set(known(), Value.texts(keys()));
    station.state().remove(fresh());
  }
}
