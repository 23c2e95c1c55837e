package org.jejak.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A piece of a text with the words that were searched for.
 *
 * <p>Plain parts, never markup: who shows it sets the marks, and everything in between is escaped.
 */
public record Snippet(List<Part> parts) {
  private static final int LENGTH = 240;
  private static final int LEAD = 60;
  private static final Analyzer STEMS = IndonesianWords.stems();
  private static final Analyzer WORDS = IndonesianWords.words();

  /** A stretch of text, marked where it was searched for. */
  public record Part(String text, boolean marked) {}

  /** The text without its marks. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    parts.forEach(part -> plain.append(part.text()));
    return plain.toString();
  }

  /** The best place in the best of the texts; the beginning of the first where nothing fits. */
  static Snippet of(AskedWords asked, Collection<String> texts) {
    String best = "";
    BitSet marks = new BitSet();
    int most = -1;
    for (String text : texts) {
      BitSet here = marks(asked, text);
      int count = here.cardinality();
      if (count > most) {
        best = text;
        marks = here;
        most = count;
      }
    }
    return cut(best, marks);
  }

  /** The whole of a short text. */
  static Snippet whole(AskedWords asked, String text) {
    return new Snippet(parts(text, marks(asked, text), 0, text.length()));
  }

  private static BitSet marks(AskedWords asked, String text) {
    BitSet marks = new BitSet(text.length());
    mark(asked, STEMS, text, marks);
    mark(asked, WORDS, text, marks);
    return marks;
  }

  private static void mark(AskedWords asked, Analyzer analyzer, String text, BitSet marks) {
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (asked.has(term.toString())) {
          marks.set(offset.startOffset(), offset.endOffset());
        }
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot fail to be read", impossible);
    }
  }

  private static Snippet cut(String text, BitSet marks) {
    int begin = wordBoundary(text, Math.max(0, densest(marks, text.length()) - LEAD));
    int end = wordBoundary(text, Math.min(text.length(), begin + LENGTH));
    List<Part> parts = new ArrayList<>();
    if (begin > 0) {
      parts.add(new Part("… ", false));
    }
    parts.addAll(parts(text, marks, begin, end));
    if (end < text.length()) {
      parts.add(new Part(Character.isWhitespace(text.charAt(end - 1)) ? "…" : " …", false));
    }
    return new Snippet(List.copyOf(parts));
  }

  /** Where a window of our length holds the most marked letters; 0 where nothing is marked. */
  private static int densest(BitSet marks, int length) {
    int best = 0;
    int most = 0;
    for (int at = marks.nextSetBit(0); at >= 0 && at < length; at = nextMark(marks, at)) {
      int count = marks.get(at, Math.min(length, at + LENGTH - LEAD)).cardinality();
      if (count > most) {
        best = at;
        most = count;
      }
    }
    return best;
  }

  private static int nextMark(BitSet marks, int at) {
    return marks.nextSetBit(marks.nextClearBit(at));
  }

  /** Back to the space before, unless the word is too long for that. */
  private static int wordBoundary(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return Math.clamp(at, 0, text.length());
    }
    for (int back = at; back > at - 40 && back >= 0; back--) {
      if (back == 0 || Character.isWhitespace(text.charAt(back - 1))) {
        return back;
      }
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static List<Part> parts(String text, BitSet marks, int begin, int end) {
    List<Part> parts = new ArrayList<>();
    int at = begin;
    while (at < end) {
      boolean marked = marks.get(at);
      int until = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
      int stop = until < 0 ? end : Math.min(until, end);
      parts.add(new Part(text.substring(at, stop), marked));
      at = stop;
    }
    return List.copyOf(parts);
  }
}
