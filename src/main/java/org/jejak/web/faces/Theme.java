package org.jejak.web.faces;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * PrimeFaces' theme saga-blue with our tokens in place of its literal colours.
 *
 * <p>The theme declares variables on {@code :root} and reads none of them, so setting those changes
 * nothing; replacing the colours gives its 1,500 rules a dark mode and readable contrast. {@code
 * theme.csv} says what becomes what.
 */
public final class Theme {
  private static final Pattern DECLARATION = Pattern.compile("([a-z-]+)(\\s*:\\s*)([^;{}]+)");
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");
  private static final Pattern UNSEEN = Pattern.compile("(?:rgb|hsl)a\\(.*,\\s*0\\)");
  private static final Pattern BLACK = Pattern.compile("rgba\\(0,0,0,[.0-9]+\\)");
  private static final Pattern VARIABLES = Pattern.compile(":root\\{[^}]*}");

  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> left = new TreeSet<>();

  /** Reads the table. */
  public Theme() {
    try (InputStream file = Theme.class.getResourceAsStream("theme.csv");
        InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .setCommentMarker('#')
              .get();
      for (CSVRecord line : format.parse(reader)) {
        tokens.put(line.get("kind") + " " + line.get("colour"), line.get("token"));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The style sheet with tokens. What the table does not know stays, and {@link #left} names it.
   */
  public String dress(String css) {
    String rules = VARIABLES.matcher(css.replace("\uFEFF", "")).replaceAll("");
    return DECLARATION
        .matcher(rules)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + found.group(2) + replace(found.group(1), found.group(3))));
  }

  /** The colours that were met and not known, with the kind of their property. */
  public List<String> left() {
    return List.copyOf(left);
  }

  private String replace(String property, String value) {
    return COLOUR
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(token(property, found.group())));
  }

  private String token(String property, String colour) {
    String key = kind(property) + " " + colour.toLowerCase(Locale.ROOT);
    String token = tokens.get(key);
    if (token == null) {
      boolean shade = BLACK.matcher(colour).matches() && !key.startsWith("ink");
      if (!shade && !UNSEEN.matcher(colour).matches()) {
        left.add(key);
      }
      return colour;
    }
    return token.startsWith("tint:")
        ? "color-mix(in srgb, var(--j-" + token.substring("tint:".length()) + ") 12%, transparent)"
        : "var(--j-" + token + ")";
  }

  private static String kind(String property) {
    return switch (property) {
      case "color", "fill", "stroke" -> "ink";
      case "box-shadow" -> "shadow";
      default -> property.startsWith("border") || property.startsWith("outline") ? "edge" : "paper";
    };
  }
}
