package dev.loopscope.dashboard.session.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFolderTest {

  @TempDir Path home;

  @Test
  void namesAreFreeAndHoldOnlyWhatBelongsIntoOne() throws IOException {
    ClipFolder folder = new ClipFolder(home.resolve("new/clips"));
    Path first = folder.next("20260102-030405 BLOCKED ../Worker/…$ chat");
    assertThat(first)
        .isEqualTo(home.resolve("new/clips/alert-20260102-030405-blocked-worker-chat.loopscope"));
    Files.writeString(first, "x");
    assertThat(folder.next("20260102-030405 BLOCKED ../Worker/…$ chat").getFileName().toString())
        .isEqualTo("alert-20260102-030405-blocked-worker-chat-2.loopscope");
  }

  @Test
  void oldestGoWhenThereAreTooMany() throws IOException {
    ClipFolder folder = new ClipFolder(home, 2, 1000);
    Path a = clip("alert-a.loopscope", 10, 1);
    Path b = clip("alert-b.loopscope", 10, 3);
    Path c = clip("alert-c.loopscope", 10, 2);
    folder.trim();
    assertThat(a).doesNotExist();
    assertThat(b).exists();
    assertThat(c).exists();
  }

  @Test
  void oldestGoWhenTheyAreTooLargeButTheNewestStays() throws IOException {
    ClipFolder folder = new ClipFolder(home, 10, 25);
    Path a = clip("alert-a.loopscope", 20, 1);
    Path b = clip("alert-b.loopscope", 20, 2);
    folder.trim();
    assertThat(a).doesNotExist();
    Path c = clip("alert-c.loopscope", 2000, 3);
    folder.trim();
    assertThat(b).doesNotExist();
    assertThat(c).exists();
  }

  @Test
  void filesOfOthersAreLeftAlone() throws IOException {
    ClipFolder folder = new ClipFolder(home, 1, 1);
    Path mine = clip("holiday.loopscope", 500, 1);
    Path notes = clip("alert-notes.txt", 500, 1);
    clip("alert-a.loopscope", 10, 2);
    clip("alert-b.loopscope", 10, 3);
    folder.trim();
    assertThat(mine).exists();
    assertThat(notes).exists();
  }

  private Path clip(String name, int bytes, long second) throws IOException {
    Path file = Files.write(home.resolve(name), new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    return file;
  }
}
