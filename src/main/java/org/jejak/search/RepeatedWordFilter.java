package org.jejak.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Indonesian says "many" by saying a word twice: anak-anak, pungutan-pungutan. One is enough, and a
 * phrase with the single word then finds the double one.
 */
final class RepeatedWordFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private String last = "";
  private int lastEnd = -1;

  RepeatedWordFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      String word = term.toString();
      boolean again = word.equals(last) && offset.startOffset() == lastEnd + 1;
      last = word;
      lastEnd = offset.endOffset();
      if (!again) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    last = "";
    lastEnd = -1;
  }
}
