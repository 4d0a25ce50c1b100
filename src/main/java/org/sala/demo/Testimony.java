package org.sala.demo;

import java.util.List;
import java.util.Map;
import org.sala.casework.Desk;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;

/** The statements of the night: one closed, with an addition that is still open. All invented. */
final class Testimony {
  private static final Statements.Setting SETTING =
      new Statements.Setting("th", "IN-04", "A support person", "Example hall, north room");

  private Testimony() {}

  static void take(Desk station, RecordId caseId, List<RecordId> people) {
    Statements statements = station.statements();
    RecordId first = statements.begin(caseId, people.get(1), SETTING);
    statements.write(
        first,
        Map.of(
            "text",
            "ดิฉันเห็นประกาศงานสำนักงานในกลุ่มตัวอย่าง เขาจ่ายค่าเดินทางให้ก่อน "
                + "เมื่อไปถึงเขาบอกว่าเป็นหนี้และออกไปไหนไม่ได้ (คำให้การสมมติ)",
            "translation",
            "I saw an office job in an example group. They paid the journey first. When I arrived"
                + " they said it was a debt and that nobody leaves. (Invented statement.)"));
    statements.readBack(first, "th", "IN-04");
    statements.close(first, Statements.Signature.SIGNED);
    RecordId addition = statements.add(first, SETTING);
    statements.write(
        addition,
        Map.of(
            "text",
            "ดิฉันจำได้เพิ่มเติมว่าอาคารมีสามชั้น (คำให้การสมมติ)",
            "translation",
            "I remember now that the building had three floors. (Invented statement.)"));
  }
}
