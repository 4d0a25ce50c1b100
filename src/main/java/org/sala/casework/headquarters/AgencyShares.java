package org.sala.casework.headquarters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sala.casework.keys.Issuing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.Station;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;

/**
 * The agency's recovery key in three sheets, of which any two open headquarters and, with its help,
 * every laptop of the agency. Where there is more than one certified officer nobody is shown two of
 * them: the second and the third sheet are each another officer's, who says so with the own key, or
 * the authority's.
 */
public final class AgencyShares {
  private final Station station;
  private final Officers officers;
  private final AuditTrail audit;
  private final Approvals approvals;

  public AgencyShares(Station station, Officers officers, AuditTrail audit, Approvals approvals) {
    this.station = station;
    this.officers = officers;
    this.audit = audit;
    this.approvals = approvals;
  }

  /** Three sheets that were made and are not kept yet; those of before open until then. */
  public final class Made {
    private final List<RecoverySheet> sheets;
    private final String set;

    private Made(List<RecoverySheet> sheets, String set) {
      this.sheets = sheets;
      this.set = set;
    }

    /** How many there are. */
    public int size() {
      return sheets.size();
    }

    /**
     * What an officer says to be shown a sheet, for {@link Approvals.Of#SHARE}.
     *
     * @param at from 0; whoever makes them is shown the first
     */
    public String about(int at) {
      return set + " " + at;
    }

    /**
     * One sheet.
     *
     * @throws CaseworkFault {@code SAME_OFFICER} while nobody else has said that it is theirs
     */
    public RecoverySheet sheet(int at) {
      if (at > 0) {
        approvals.need(Approvals.Of.SHARE, about(at));
      }
      return sheets.get(at);
    }

    /**
     * Part of each of the three was typed back: the key that they give may be relied upon, and
     * those of before open nothing any more. The stations hear of it with the next package, and
     * seal to it what opens them: that it is kept and the list that says so are one write.
     *
     * @throws CaseworkFault {@code SAME_OFFICER} where a sheet was not another's; {@code
     *     CHANGED_SINCE} where others were made meanwhile
     */
    public void proved() {
      if (!set.equals(setNow())) {
        throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
      }
      for (int at = 1; at < sheets.size(); at++) {
        approvals.need(Approvals.Of.SHARE, about(at));
      }
      officers.sharesProved(new Issuing(station)::renewLists);
      audit.note(AuditEntry.Act.RECOVERY_KEY, "three sheets kept");
    }

    @Override
    public String toString() {
      return "Made";
    }
  }

  /** Makes three sheets. */
  public Made make() {
    List<RecoverySheet> sheets = officers.recoveryShares();
    audit.note(AuditEntry.Act.RECOVERY_KEY, "three sheets made");
    return new Made(sheets, setNow());
  }

  /** The key that those give which were made last, and are not kept yet. */
  private String setNow() {
    String key = station.state().text("sharesRecovery").orElse("");
    return Sha256.hex(key.getBytes(StandardCharsets.US_ASCII));
  }
}
