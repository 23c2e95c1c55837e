package org.jejak.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How Indonesian text becomes words.
 *
 * <p>Our own short list of words that carry nothing: Lucene's holds 750, among them "masalah",
 * "minta", "hari" and "kasus", which people search for here.
 */
final class IndonesianWords {
  private static final CharArraySet STOP =
      CharArraySet.unmodifiableSet(
          StopFilter.makeStopSet(
              """
              ada adalah agar akan antara apa apabila atas atau bagi bahwa beberapa begitu berupa \
              beserta bila bisa dalam dan dapat dari daripada demi demikian dengan di dia guna hal \
              hanya harus hingga ia ialah ini itu jika juga kami kamu karena ke kemudian kepada \
              ketika kita lagi lah maka mereka nya oleh pada padahal para per pun saat saja sambil \
              sampai saya sebagai sebuah sedang sehingga sejak selama selain sendiri seorang seperti \
              serta setelah setiap si sudah supaya telah tentang terhadap tersebut tetapi untuk \
              walau yaitu yakni yang"""
                  .split(" ")));

  /** Where the stemmer takes the beginning of the word itself for a prefix (peri-ksa). */
  private static final StemmerOverrideFilter.StemmerOverrideMap ROOTS =
      roots(
          "periksa",
          "periksa diperiksa memeriksa terperiksa pemeriksa pemeriksaan periksaan diperiksakan",
          "pegawai",
          "pegawai pegawainya kepegawaian",
          "perkara",
          "perkara berperkara perkaranya");

  private IndonesianWords() {}

  /** Words by their stem: pungutan, memungut and dipungut meet; anak-anak is anak. */
  static Analyzer stems() {
    return new Chain(true);
  }

  /** Words as they stand, in small plain letters. */
  static Analyzer words() {
    return new Chain(false);
  }

  /** Each field of the index with its own chain. */
  static Analyzer ofIndex() {
    return new PerFieldAnalyzerWrapper(words(), Map.of(IndexedDocument.STEM, stems()));
  }

  private static StemmerOverrideFilter.StemmerOverrideMap roots(String... rootsAndForms) {
    StemmerOverrideFilter.Builder map = new StemmerOverrideFilter.Builder();
    for (int i = 0; i < rootsAndForms.length; i += 2) {
      for (String form : rootsAndForms[i + 1].split(" ")) {
        map.add(form, rootsAndForms[i]);
      }
    }
    try {
      return map.build();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a few words in memory cannot fail to be read", impossible);
    }
  }

  private static final class Chain extends Analyzer {
    private final boolean stemmed;

    Chain(boolean stemmed) {
      this.stemmed = stemmed;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream words = normalize(field, source);
      words = new RepeatedWordFilter(new StopFilter(words, STOP));
      return new TokenStreamComponents(
          source,
          stemmed
              ? new RemoveDuplicatesTokenFilter(
                  new IndonesianStemFilter(
                      new StemmerOverrideFilter(new NasalPrefixFilter(words), ROOTS)))
              : words);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }
  }
}
