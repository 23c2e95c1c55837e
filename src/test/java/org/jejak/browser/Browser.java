package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jejak.TheServer;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser on the demo agency. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_TABS = 80;
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final Pattern REFUSED_PAGE =
      Pattern.compile(
          "\\S+ - Failed to load resource: the server responded with a status of 4(04|09|22) .*");
  private static final Path PICTURES = Path.of("target/pictures");

  private final ChromeDriver driver;
  private final URI address = TheServer.demo().address();

  private Browser(ChromeOptions options) {
    driver = driver(options);
  }

  private static ChromeDriver driver(ChromeOptions options) {
    return new ChromeDriver(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(Chromium.DRIVER).toFile())
            .build(),
        options);
  }

  /** A bare driver for a page on the disk, of a browser that reaches nobody. */
  static ChromeDriver offline() {
    return driver(options().addArguments("--proxy-server=http://127.0.0.1:9"));
  }

  /** A browser of a desk, 1280 pixels wide. */
  static Browser open() {
    return new Browser(options());
  }

  /** A browser that runs no script, as careful reporters use. */
  static Browser withoutScript() {
    return new Browser(
        options()
            .setExperimentalOption(
                "prefs", Map.of("profile.managed_default_content_settings.javascript", 2)));
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Chromium.PROGRAM);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=id",
        "--window-size=1280,1000");
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
    return options;
  }

  /** Signs in with a demo account. */
  Browser as(String username) {
    go("/sign-in");
    write("#sign-in-form input[type=text]", username);
    write("#sign-in-form input[type=password]", "jejak-demo");
    press("#sign-in-form [id$=enter]");
    assertThat(path()).as("where %s is after signing in", username).isEqualTo("/home");
    return this;
  }

  Browser go(String path) {
    driver.get(address.resolve(path).toString());
    return this;
  }

  /** The path of the page that is shown. */
  String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  String title() {
    return driver.getTitle();
  }

  /** All words on the page. */
  String words() {
    return driver.findElement(By.tagName("body")).getText();
  }

  String words(String css) {
    return find(css).getText();
  }

  List<String> links() {
    return driver.findElements(By.cssSelector("a[href]")).stream()
        .map(link -> link.getDomAttribute("href"))
        .toList();
  }

  /** What stands in a field. */
  String value(String css) {
    return find(css).getDomProperty("value");
  }

  /** Everything that is said to be wrong on top of the page; empty where nothing is. */
  String wrong() {
    return shows("#errors .box") ? words("#errors .box") : "";
  }

  boolean shows(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  Browser write(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Presses what is meant and waits until another page stands there. */
  Browser press(String css) {
    WebElement old = driver.findElement(By.tagName("html"));
    find(css).click();
    return after(old);
  }

  private Browser after(WebElement old) {
    new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.stalenessOf(old));
    new WebDriverWait(driver, PATIENCE)
        .until(here -> "complete".equals(driver.executeScript("return document.readyState")));
    return this;
  }

  /** Presses what changes a part of this page. */
  Browser touch(String css) {
    find(css).click();
    return this;
  }

  /** Types into an autocomplete and takes its first proposal. */
  Browser choose(String css, String text) {
    find(css).sendKeys(text);
    By proposal =
        By.cssSelector(".ui-autocomplete-panel[style*='display: block'] .ui-autocomplete-item");
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.elementToBeClickable(proposal))
        .click();
    return this;
  }

  /** Chooses from a list what begins with these words. */
  Browser select(String css, String words) {
    find(css).findElements(By.tagName("option")).stream()
        .filter(option -> option.getText().startsWith(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + words + " in " + css))
        .click();
    return this;
  }

  /** Another tab of the same session, which is now the one that is looked at. */
  String newTab() {
    driver.switchTo().newWindow(WindowType.TAB);
    return driver.getWindowHandle();
  }

  String tab() {
    return driver.getWindowHandle();
  }

  Browser toTab(String tab) {
    driver.switchTo().window(tab);
    return this;
  }

  /** Types on the keyboard, wherever the focus is. */
  Browser type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Goes on with the Tab key until the focus is there, as people without a mouse do. */
  Browser tabTo(String css) {
    for (int presses = 0; presses < MOST_TABS; presses++) {
      WebElement focused = driver.switchTo().activeElement();
      if (focused.equals(find(css))) {
        return this;
      }
      type(Keys.TAB);
    }
    throw new AssertionError("the Tab key does not lead to " + css + " on " + path());
  }

  /** The class of what has the focus. */
  String focused() {
    return driver.switchTo().activeElement().getDomProperty("className");
  }

  /** Waits until a script has put this on the page. */
  Browser await(String css) {
    WebElement unused = find(css);
    return this;
  }

  /** Whether there is more than an empty sheet on a canvas. */
  boolean drawn(String css) {
    return (Boolean)
        driver.executeScript(
            "const canvas = document.querySelector(arguments[0]);"
                + " const empty = document.createElement('canvas');"
                + " empty.width = canvas.width; empty.height = canvas.height;"
                + " return canvas.toDataURL() !== empty.toDataURL();",
            css);
  }

  /** Presses Enter where the focus is and waits until another page stands there. */
  Browser enter() {
    WebElement old = driver.findElement(By.tagName("html"));
    type(Keys.ENTER);
    return after(old);
  }

  /** What a style says of an element now. */
  String style(String css, String property) {
    return find(css).getCssValue(property);
  }

  /** Shows the page as the printer gets it. */
  Browser onPaper() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return this;
  }

  Browser phone() {
    driver.manage().window().setSize(new Dimension(390, 844));
    return this;
  }

  private WebElement find(String css) {
    return new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
  }

  /** What axe finds serious or worse on the page, one line each. */
  @SuppressWarnings("deprecation") // the other mode opens a window of its own
  List<String> graveFindings() {
    return new AxeBuilder()
            .setLegacyMode(true)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze(driver)
            .getViolations()
            .stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(Browser::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  /** What the browser complained of since it was asked last: refused scripts, missing files. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /**
   * As {@link #complaints}, without those about a page that was asked for and said what was wrong
   * with the question: the browser reports every such status.
   */
  List<String> faults() {
    return complaints().stream()
        .filter(complaint -> !REFUSED_PAGE.matcher(complaint).matches())
        .toList();
  }

  /** Whether the page must be moved sideways to be read. */
  boolean scrollsSideways() {
    return (Boolean)
        driver.executeScript(
            "const page = document.documentElement;"
                + " return page.scrollWidth > page.clientWidth + 1;");
  }

  /** Keeps a picture of the page under {@code target/pictures}. */
  Browser picture(String name) {
    try {
      Path folder = Files.createDirectories(PICTURES);
      Path unused =
          Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
