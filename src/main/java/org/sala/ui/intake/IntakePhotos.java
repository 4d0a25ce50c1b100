package org.sala.ui.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sala.casework.exhibits.Photos;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Takes in the photos of arrivals once they are registered, beside all other work. A photo that
 * cannot be taken keeps nobody from being registered; it is told by number.
 */
public final class IntakePhotos {
  private final Photos photos;
  private final Here here;
  private final Work.Line line;

  /**
   * @param line outlives the screen that asks: somebody is told even when that was left
   */
  public IntakePhotos(Photos photos, Here here, Work.Line line) {
    this.photos = photos;
    this.here = here;
    this.line = line;
  }

  /**
   * Takes the photos in.
   *
   * @param ids who was registered, in the order of the rows
   */
  void take(List<IntakeRow> rows, List<RecordId> ids) {
    Map<RecordId, Path> files = new LinkedHashMap<>();
    Map<RecordId, String> numbers = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      RecordId id = ids.get(i);
      numbers.put(id, rows.get(i).number().getText().strip());
      rows.get(i).picture().ifPresent(f -> files.put(id, f));
    }
    if (!files.isEmpty()) {
      line.act(
          () -> {
            photos.ask(files);
            return files;
          },
          asked -> take(asked, numbers));
    }
  }

  /**
   * Goes on with what a lock, another language or a power cut has ended.
   *
   * @param number what people know a person by
   */
  public void goOn(Function<RecordId, String> number) {
    line.act(
        () -> {
          Map<RecordId, Path> files = photos.left();
          Map<RecordId, String> numbers = new LinkedHashMap<>();
          files.keySet().forEach(id -> numbers.put(id, number.apply(id)));
          return new Left(files, numbers);
        },
        left -> {
          if (!left.files().isEmpty()) {
            take(left.files(), left.numbers());
          }
        });
  }

  private record Left(Map<RecordId, Path> files, Map<RecordId, String> numbers) {}

  private void take(Map<RecordId, Path> files, Map<RecordId, String> numbers) {
    here.work()
        .longWork()
        .start(
            here.t("intake.photos", files.size()),
            progress -> attach(files, progress),
            failed ->
                line.act(
                    () -> {
                      photos.over(files.keySet());
                      return failed;
                    },
                    told -> told(told.stream().map(numbers::get).toList())));
  }

  private List<RecordId> attach(Map<RecordId, Path> files, Progress progress) {
    List<RecordId> failed = new ArrayList<>();
    files.forEach(
        (id, file) -> {
          if (progress.stopped() || !taken(id, file, progress)) {
            failed.add(id);
          }
        });
    return failed;
  }

  private boolean taken(RecordId id, Path file, Progress progress) {
    try {
      return photos.attach(id, file, progress) instanceof Taking.Taken;
    } catch (CaseworkFault e) {
      return false;
    }
  }

  private void told(List<String> failed) {
    if (!failed.isEmpty()) {
      here.dialogs()
          .tell(here.t("field.photo"), here.t("intake.photos.failed", String.join(", ", failed)));
    }
  }
}
