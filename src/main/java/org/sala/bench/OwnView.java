package org.sala.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.Tools;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.IdSource;
import org.sala.domain.ScopeId;
import org.sala.journal.FileOpener;
import org.sala.journal.ScopeKeyring;
import org.sala.journal.SegmentJournal;
import org.sala.store.View;
import org.sala.store.ViewFile;
import org.sala.vault.KeyFile;
import org.sala.vault.ScopeKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceFolder;

/** A view of a workspace's journal in a folder of its own: rebuilt from nothing, read by SQL. */
final class OwnView implements AutoCloseable {
  private final WorkspaceFolder folder;
  private final Unlocking.Opened opened;
  private final SegmentJournal journal;
  private final ViewFile file;
  private final View view;

  private OwnView(
      WorkspaceFolder folder,
      Unlocking.Opened opened,
      SegmentJournal journal,
      ViewFile file,
      View view) {
    this.folder = folder;
    this.opened = opened;
    this.journal = journal;
    this.file = file;
    this.view = view;
  }

  static OwnView of(Tools tools, Path workspace, String handle, Path db) throws IOException {
    Files.createDirectories(db);
    WorkspaceFolder folder = WorkspaceFolder.take(workspace).orElseThrow();
    Unlocking unlocking =
        new KeyFile(folder.root(), new PassphraseKdf(tools.policy()), tools.random())
            .unlock(handle, Workspaces.PASSPHRASE.toCharArray());
    if (!(unlocking instanceof Unlocking.Opened opened)) {
      throw new IllegalStateException("not opened");
    }
    ScopeKeys keys = new ScopeKeys(folder.folder("keys"), opened.keys(), tools.random());
    IdSource ids = new IdSource(tools.clock(), tools.random());
    SegmentJournal.Opening opening =
        SegmentJournal.open(
            folder.folder("journal"),
            new SegmentJournal.Identity(ids.station(), ids.incarnation()),
            new SegmentJournal.Tools(
                opened.keys().workspace(), reading(keys), FileOpener.disk(), tools.random()),
            run -> {});
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    if (opening instanceof SegmentJournal.Opening.Opened o
        && ViewFile.open(db, key, tools.random()) instanceof ViewFile.Opening.Ready ready) {
      SegmentJournal journal = o.journal();
      return new OwnView(
          folder, opened, journal, ready.file(), new View(ready.file(), journal::revision));
    }
    throw new IllegalStateException("not opened");
  }

  private static ScopeKeyring reading(ScopeKeys keys) {
    return new ScopeKeyring() {
      @Override
      public Optional<Secret> find(ScopeId scope, Compartment compartment) {
        return keys.find(scope, compartment);
      }

      @Override
      public void ensure(List<Wanted> wanted) {
        throw new IllegalStateException("nothing is written here");
      }
    };
  }

  /** Seconds from an empty view to one that has followed all. */
  double rebuild() {
    long began = System.nanoTime();
    journal.replay(view.applied(), view::catchUp);
    return (System.nanoTime() - began) / 1e9;
  }

  Connection connect() {
    return file.connect();
  }

  @Override
  public void close() {
    view.close();
    journal.close();
    opened.keys().close();
    folder.close();
  }
}
