package org.sala.demo;

import java.util.List;
import org.sala.casework.Desk;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;

/** Invented people; every romanised name ends in "Example" so that nobody takes it for a person. */
final class Cast {
  private Cast() {}

  /** One of the invented people. */
  record Person(
      String name,
      String roman,
      String sex,
      String birth,
      String language,
      String forced,
      String defrauded,
      String needs) {
    /** Registers the person in a case, under the next wristband of the station. */
    RecordId registered(Desk station, RecordId caseId) {
      return station
          .people()
          .add(
              caseId,
              new People.NewPerson(
                  station.people().nextWristband(), name, roman, sex, birth, language),
              forced,
              defrauded);
    }

    @Override
    public String toString() {
      return "Person";
    }
  }

  static List<Person> of(String letter) {
    return letter.equals("a")
        ? List.of(
            new Person(
                "ဇော်မင်း ဥပမာ",
                "Zaw Min Example",
                "male",
                "24",
                "my",
                "said",
                "",
                "Insulin, twice a day"),
            new Person(
                "สุดา ตัวอย่าง",
                "Suda Example",
                "female",
                "2545",
                "th",
                "said",
                "",
                "A room with a lock"),
            new Person(
                "Nguyễn Thị Ví Dụ",
                "Nguyen Thi Example",
                "female",
                "17",
                "vi",
                "said",
                "",
                "Stays with a woman officer"),
            new Person("陈示例", "Chen Example", "male", "rooster", "zh", "", "", ""),
            new Person("", "Somchai Example", "male", "", "th", "", "said", ""),
            new Person(
                "ສົມໃຈ ຕົວຢ່າງ", "Somjai Example", "female", "~1999", "lo", "presumed", "said", ""))
        : List.of(
            new Person(
                "សុខា ឧទាហរណ៍", "Sokha Example", "male", "1998", "km", "said", "", "Glasses lost"),
            new Person(
                "Budi Contoh", "Budi Example", "male", "3/5/2001", "id", "said", "", "Call home"),
            new Person("", "Joy Example", "female", "29", "en", "", "said", ""));
  }

  /** Who came with the others that night and is asked like them. */
  static List<Person> drivers() {
    return List.of(
        new Person("อนันต์ ตัวอย่าง", "Anan Example", "male", "2520", "th", "", "", ""),
        new Person("", "Prasit Example", "male", "41", "th", "", "", ""));
  }
}
