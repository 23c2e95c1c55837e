package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;

/**
 * What the one who searches may see, twice: as a filter under which everything is counted, and once
 * more for each hit before it is read. Both ask the one policy, at this moment.
 */
@ApplicationScoped
class Sight {
  @Inject Policy policy;

  /**
   * Keeps the files on which one holds a seat, and for who may triage the reports one is not shut
   * out of. One term look-up for each file of one's own, none for those of others.
   */
  Query filter() {
    BooleanQuery.Builder seen = new BooleanQuery.Builder();
    BooleanQuery.Builder seated = new BooleanQuery.Builder();
    seated.add(handles(policy.visibleFiles()), Occur.MUST);
    seated.add(kind(Kind.REPORT), Occur.MUST_NOT);
    seen.add(seated.build(), Occur.SHOULD);
    if (policy.allows(Permission.TRIAGE)) {
      BooleanQuery.Builder reports = new BooleanQuery.Builder();
      reports.add(kind(Kind.REPORT), Occur.MUST);
      reports.add(handles(policy.shutOutOf()), Occur.MUST_NOT);
      seen.add(reports.build(), Occur.SHOULD);
    }
    return seen.build();
  }

  /** Those of the files that may still be shown. */
  Set<String> still(Kind kind, Collection<String> handles) {
    if (kind != Kind.REPORT) {
      return policy.visibleAmong(handles);
    }
    if (!policy.allows(Permission.TRIAGE)) {
      return Set.of();
    }
    Set<String> still = new HashSet<>(handles);
    still.removeAll(policy.shutOutOf());
    return still;
  }

  static Query kind(Kind kind) {
    return new TermQuery(new Term(IndexedDocument.KIND, kind.code()));
  }

  private static Query handles(Set<String> handles) {
    List<BytesRef> terms = handles.stream().map(BytesRef::new).toList();
    return new TermInSetQuery(IndexedDocument.HANDLE, terms);
  }
}
