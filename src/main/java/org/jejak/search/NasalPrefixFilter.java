package org.jejak.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Gives back the letter that a prefix swallowed, which Lucene's stemmer does for s alone: memungut
 * is also pungut, menulis tulis, mengirim kirim, penyuapan suapan.
 *
 * <p>The swallowed letter cannot be told from one that never was there (memakan is makan), so each
 * possibility stands at the same place as the word itself.
 */
final class NasalPrefixFilter extends TokenFilter {
  private static final int SHORTEST_REST = 3;

  /** A prefix before a vowel and the beginnings it may stand for. */
  private record Swallowed(String prefix, List<String> beginnings) {}

  // Longer ones first: meny- and meng- begin with men-.
  private static final List<Swallowed> PREFIXES =
      List.of(
          new Swallowed("meny", List.of("s")),
          new Swallowed("peny", List.of("s")),
          new Swallowed("meng", List.of("k", "")),
          new Swallowed("peng", List.of("k", "")),
          new Swallowed("men", List.of("t", "n")),
          new Swallowed("pen", List.of("t", "n")),
          new Swallowed("mem", List.of("p", "m")),
          new Swallowed("pem", List.of("p", "m")));

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Deque<String> others = new ArrayDeque<>();
  private AttributeSource.State place;

  NasalPrefixFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!others.isEmpty()) {
      restoreState(place);
      step.setPositionIncrement(0);
      term.setEmpty().append(others.pop());
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    for (Swallowed swallowed : PREFIXES) {
      if (word.startsWith(swallowed.prefix())) {
        remember(word.substring(swallowed.prefix().length()), swallowed.beginnings());
        break;
      }
    }
    return true;
  }

  private void remember(String rest, List<String> beginnings) {
    if (rest.length() >= SHORTEST_REST && "aeiou".indexOf(rest.charAt(0)) >= 0) {
      beginnings.forEach(beginning -> others.add(beginning + rest));
      place = captureState();
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    others.clear();
  }
}
