package org.jejak.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jejak.base.Refusal;

/**
 * What somebody typed, as a query that cannot fail and cannot be made slow: words that must all be
 * there, "phrases", a | b, -without, and begin* of at least three letters. Everything else in it is
 * plain text.
 *
 * @param query matches nothing where no word is left
 * @param words what a snippet marks: words and stems asked for, and beginnings of words
 */
record AskedWords(Query query, Set<String> words, Set<String> beginnings) {
  static final int MAX_LENGTH = 256;
  static final int MAX_WORDS = 16;
  private static final int SHORTEST_BEGINNING = 3;
  private static final int OPERATORS =
      SimpleQueryParser.AND_OPERATOR
          | SimpleQueryParser.OR_OPERATOR
          | SimpleQueryParser.NOT_OPERATOR
          | SimpleQueryParser.PHRASE_OPERATOR
          | SimpleQueryParser.PREFIX_OPERATOR
          | SimpleQueryParser.WHITESPACE_OPERATOR;
  private static final Map<String, Float> WEIGHTS =
      Map.of(IndexedDocument.TITLE, 4f, IndexedDocument.WORD, 2f, IndexedDocument.STEM, 1f);

  private static final Analyzer INDEX = IndonesianWords.ofIndex();
  private static final Analyzer STEMS = IndonesianWords.stems();
  private static final Analyzer WORDS = IndonesianWords.words();

  /**
   * Reads what was typed.
   *
   * @throws Refusal {@code search.empty}, {@code search.too-long} or {@code search.too-many}
   */
  static AskedWords of(String typed) {
    String text = plain(typed);
    if (text.isEmpty()) {
      throw Refusal.invalid("search.empty", "nothing to search for");
    }
    if (text.length() > MAX_LENGTH) {
      throw Refusal.invalid("search.too-long", "more than 256 characters", MAX_LENGTH);
    }
    Set<String> words = cut(WORDS, text);
    if (words.size() > MAX_WORDS) {
      throw Refusal.invalid("search.too-many", "more than 16 words", MAX_WORDS);
    }
    Parser parser = new Parser();
    Query query = query(text, parser);
    words.addAll(cut(STEMS, text));
    return new AskedWords(query, Set.copyOf(words), Set.copyOf(parser.beginnings));
  }

  /** Loads what the first search would otherwise wait for. */
  static void warmUp() {
    AskedWords asked = of("\"kata pertama\" perkara* 2026-000000 -tidak");
    Snippet unused = Snippet.of(asked, List.of("Kata pertama dari perkara ini."));
  }

  /** Whether a word of a text, stemmed or as it stands, was asked for. */
  boolean has(String word) {
    return words.contains(word) || beginnings.stream().anyMatch(word::startsWith);
  }

  /** One form of each letter, no invisible characters, single spaces. */
  private static String plain(String typed) {
    String text = typed == null ? "" : typed;
    if (text.length() > 4 * MAX_LENGTH) {
      throw Refusal.invalid("search.too-long", "far more than 256 characters", MAX_LENGTH);
    }
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
        .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
        .strip();
  }

  private static Query query(String text, Parser parser) {
    boolean operators = text.indexOf('"') >= 0 || text.indexOf('|') >= 0;
    Code.Cut cut = operators ? new Code.Cut(List.of(), text) : Code.cut(text);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String code : cut.codes()) {
      all.add(numberOrMention(code, parser), Occur.MUST);
    }
    Query words = parser.parse(cut.rest());
    if (words != null && !(words instanceof MatchNoDocsQuery)) {
      all.add(words, Occur.MUST);
    }
    BooleanQuery query = all.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word is left") : query;
  }

  /** The file of this number first, then those whose text mentions it. */
  private static Query numberOrMention(String code, Parser parser) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    Query whole = new TermQuery(new Term(IndexedDocument.CODE, Code.normalise(code)));
    either.add(new BoostQuery(whole, 100f), Occur.SHOULD);
    Query mention = parser.createPhraseQuery(IndexedDocument.WORD, code);
    if (mention != null) {
      either.add(mention, Occur.SHOULD);
    }
    return either.build();
  }

  private static Set<String> cut(Analyzer analyzer, String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot fail to be read", impossible);
    }
    return words;
  }

  private static final class Parser extends SimpleQueryParser {
    final List<String> beginnings = new ArrayList<>();

    Parser() {
      super(INDEX, WEIGHTS, OPERATORS);
      setDefaultOperator(Occur.MUST);
    }

    @Override
    protected Query newPrefixQuery(String text) {
      String beginning = WORDS.normalize(IndexedDocument.WORD, text).utf8ToString();
      boolean oneWord = beginning.codePoints().allMatch(Character::isLetterOrDigit);
      if (beginning.length() < SHORTEST_BEGINNING || !oneWord) {
        return newDefaultQuery(text);
      }
      beginnings.add(beginning);
      return new PrefixQuery(new Term(IndexedDocument.WORD, beginning));
    }
  }
}
