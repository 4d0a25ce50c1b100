package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;

/** A passphrase is the same one from a file as it is in the window. */
class DoorTest {
  @TempDir Path folder;

  private String secret(String written) throws IOException {
    return new String(
        Door.secret(Files.writeString(folder.resolve("secret"), written), "", "--passphrase-file"));
  }

  @Test
  void theEndOfTheLineIsNoPartOfASecretAndABlankIs() throws IOException {
    assertThat(secret("four words of it")).isEqualTo("four words of it");
    assertThat(secret("four words of it\n")).isEqualTo("four words of it");
    assertThat(secret("four words of it\r\n")).isEqualTo("four words of it");
    assertThat(secret(" four words of it \n")).isEqualTo(" four words of it ");
    assertThat(secret("four words of it\n\n")).isEqualTo("four words of it\n");
    assertThat(secret("\n")).isEmpty();
    assertThat(secret("")).isEmpty();
  }

  @Test
  void aPassphraseThatWasMadeInTheWindowWithABlankAtItsEndOpensFromAFile() throws IOException {
    char[] typed = "a phrase with a blank at its end ".toCharArray();
    Path place = folder.resolve("a");
    ((Workplace.Entry.Entered)
            new Workplace(place, Desks.CHEAP)
                .create(new Workplace.FirstStart("en", "Officer Example", "one", typed)))
        .desk()
        .close();
    Path file = Files.writeString(folder.resolve("phrase"), new String(typed) + "\n");
    try (Desk desk =
        Door.entered(
            new Workplace(place, Desks.CHEAP)
                .unlock("one", Door.secret(file, "", "--passphrase-file")))) {
      assertThat(desk.officers().me()).isEqualTo("Officer Example");
    }
    Arrays.fill(typed, '\0');
  }

  @Test
  void whatIsNoTextIsNoSecret() throws IOException {
    Path file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> Door.secret(file, "", "--passphrase-file"))
        .isInstanceOf(NotEntered.class);
  }
}
