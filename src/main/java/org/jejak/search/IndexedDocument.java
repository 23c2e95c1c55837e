package org.jejak.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** The document of one file. Only {@link #HANDLE} and {@link #KIND} are stored: how it is found. */
final class IndexedDocument {
  /** Raised when the fields or their analysis change: an index of another shape is made anew. */
  static final String SHAPE = "1";

  /** Kind and handle together: a report and its case share the handle. */
  static final String ID = "id";

  static final String KIND = "kind";
  static final String HANDLE = "handle";

  /** Numbers as {@link Code#normalise} leaves them, whole. */
  static final String CODE = "code";

  /** Words by their stem. */
  static final String STEM = "stem";

  /**
   * Words and names as they stand, folded to plain letters; also what a prefix is compared with.
   */
  static final String WORD = "word";

  /** The words of the title and the names, which weigh more. */
  static final String TITLE = "title";

  /** Days since 1970. */
  static final String DATE = "date";

  /** Kind and stage: the words for a stage differ by kind. */
  static final String STAGE = "stage";

  static final String YEAR = "year";

  private IndexedDocument() {}

  static Term id(Kind kind, String handle) {
    return new Term(ID, kind.code() + "/" + handle);
  }

  static Document of(Described file) {
    Document doc = new Document();
    doc.add(new StringField(ID, id(file.kind(), file.handle()).text(), Store.NO));
    doc.add(new KeywordField(KIND, file.kind().code(), Store.YES));
    doc.add(new StringField(HANDLE, file.handle(), Store.YES));
    doc.add(new LongField(DATE, file.date().toEpochDay(), Store.NO));
    facet(doc, STAGE, file.kind().code() + "." + file.stage());
    facet(doc, YEAR, Integer.toString(file.date().getYear()));
    for (String code : file.codes()) {
      doc.add(new StringField(CODE, Code.normalise(code), Store.NO));
    }
    words(doc, file.title());
    doc.add(new TextField(TITLE, file.title(), Store.NO));
    for (String name : file.names()) {
      doc.add(new TextField(TITLE, name, Store.NO));
      words(doc, name);
    }
    if (file.unit() != null) {
      words(doc, file.unit());
    }
    file.texts().forEach(text -> words(doc, text));
    return doc;
  }

  private static void words(Document doc, String text) {
    doc.add(new TextField(STEM, text, Store.NO));
    doc.add(new TextField(WORD, text, Store.NO));
  }

  private static void facet(Document doc, String field, String value) {
    doc.add(new StringField(field, value, Store.NO));
    doc.add(new SortedDocValuesField(field, new BytesRef(value)));
  }
}
