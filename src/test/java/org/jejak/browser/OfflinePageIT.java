package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SampleLog;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.verify.OfflinePage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The verifier in one HTML file, opened from the disk in a browser that reaches nobody. */
@ExtendWith(Chromium.class)
class OfflinePageIT {
  private static final int SIZE = 300;
  private static final SampleLog LOG = new SampleLog(SIZE);
  private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");

  @TempDir static Path folder;
  private static ChromeDriver driver;

  @BeforeAll
  static void open() throws IOException {
    Path page = folder.resolve("jejak-verify.html");
    Files.writeString(
        page, OfflinePage.with(LOG.verifier() + "\n", CosignerKey.of(WITNESS.verifier()) + "\n"));
    driver = Browser.offline();
    driver.get(page.toUri().toString());
  }

  @AfterAll
  static void close() {
    if (driver != null) {
      driver.quit();
    }
  }

  private static String receipt(int size, SigningKey... witnesses) {
    SignedNote note = LOG.note(size);
    for (SigningKey witness : witnesses) {
      SignedNote.Line line =
          CosignerKey.cosign(note.text(), Instant.parse("2026-11-22T02:00:00Z"), witness);
      note = note.with(List.of(line));
    }
    return LOG.receipt(7, size, note).toString();
  }

  /** The verdict on what is pasted; the field is set by script, since typing takes minutes. */
  private static String verdict(String receipt) {
    ((JavascriptExecutor) driver)
        .executeScript(
            "document.getElementById('answer').removeAttribute('data-verdict');"
                + "document.getElementById('receipt').value = arguments[0]",
            receipt);
    driver.findElement(By.id("check")).click();
    return new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(browser -> browser.findElement(By.id("answer")).getDomAttribute("data-verdict"));
  }

  private static String said() {
    return driver.findElement(By.id("answer")).getText();
  }

  @Test
  void aReceiptIsJudgedInTheBrowserAlone() {
    assertThat(verdict(receipt(SIZE, WITNESS))).isEqualTo("WITNESSED");
    assertThat(said()).contains("thing.painted", "witness.example/w1, 2026-11-22T02:00:00Z");
    assertThat(verdict(receipt(SIZE))).isEqualTo("GENUINE");
    assertThat(verdict(receipt(1 << 3))).isEqualTo("GENUINE");
    assertThat(verdict(receipt(SIZE, SigningKey.generate("stranger")))).isEqualTo("GENUINE");
  }

  @Test
  void whatWasChangedIsRefusedAndNamed() {
    String good = receipt(SIZE, WITNESS);
    assertThat(verdict(good.replace("index 7", "index 8"))).isEqualTo("INVALID");
    assertThat(said()).contains("no. 8");
    assertThat(verdict(good.replace("\n300\n", "\n301\n"))).isEqualTo("INVALID");
    assertThat(verdict(good.replace("tlog-proof@v1", "tlog-proof@v2"))).isEqualTo("INVALID");
    assertThat(verdict(good.replace(SampleLog.ORIGIN, "example.org/other"))).isEqualTo("INVALID");
    assertThat(verdict("hello")).isEqualTo("INVALID");
    assertThat(verdict("")).isEqualTo("INVALID");
    SampleLog stranger = new SampleLog(SIZE);
    assertThat(verdict(stranger.receipt(7, SIZE, stranger.note(SIZE)).toString()))
        .isEqualTo("INVALID");
  }

  /** Each character of a small receipt replaced: the same answer as the verifier in Java gives. */
  @Test
  void noCharacterOfAReceiptCanBeChanged() {
    String good = LOG.receipt(1, 3, LOG.note(3)).toString();
    Object genuine =
        ((JavascriptExecutor) driver)
            .executeAsyncScript(
                """
                const [text, done] = arguments;
                (async () => {
                  const genuine = [];
                  for (let i = 0; i < text.length - 1; i++) {
                    for (const other of ['A', '0', ' ', '=']) {
                      if (text[i] === other) continue;
                      try {
                        await judge(text.slice(0, i) + other + text.slice(i + 1));
                        genuine.push(i + other);
                      } catch (misfit) {
                        if (!(misfit instanceof Misfit)) genuine.push(i + ' ' + misfit);
                      }
                    }
                  }
                  await judge(text);
                  done(genuine);
                })().catch(e => done(['' + e]));
                """,
                good);
    assertThat((List<?>) genuine).isEmpty();
  }

  @Test
  void aCheckpointThatWasKeptAndDiffersShowsTheFork() {
    SampleLog fork = new SampleLog(SIZE, "forked ", LOG.key());
    ((JavascriptExecutor) driver)
        .executeScript(
            "document.getElementById('known').value = arguments[0]", fork.note(SIZE).toString());
    try {
      assertThat(verdict(receipt(SIZE, WITNESS))).isEqualTo("DIVERGED");
    } finally {
      driver.findElement(By.id("known")).clear();
    }
  }

  @Test
  void aFileIsReadAndTheLanguageChanges() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.tlog-proof"), receipt(SIZE, WITNESS));
    driver.findElement(By.id("file")).sendKeys(file.toString());
    assertThat(verdict("")).isEqualTo("WITNESSED");
    String before = said();
    driver.findElement(By.id("language")).click();
    assertThat(verdict("")).isEqualTo("WITNESSED");
    assertThat(said()).isNotEqualTo(before);
    driver.findElement(By.id("language")).click();
    driver.navigate().refresh();
    assertThat(driver.manage().logs().get("browser").getAll()).isEmpty();
  }
}
