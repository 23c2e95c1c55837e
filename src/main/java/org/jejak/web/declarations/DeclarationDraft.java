package org.jejak.web.declarations;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jejak.declarations.Declaration;
import org.jejak.declarations.DeclarationKind;
import org.jejak.declarations.FileDeclaration;
import org.jejak.declarations.InterestNature;

/** What somebody has typed into the declaration's steps so far. */
@Named
@ViewScoped
public class DeclarationDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private int step = 1;
  private DeclarationKind kind = DeclarationKind.YEARLY;
  private Integer year;
  private Integer loadedFrom;
  private ArrayList<String> sources = new ArrayList<>();
  private final ArrayList<InterestForm> interests = new ArrayList<>();
  private boolean sworn;
  private String filed;

  /** Begins with what was declared before. */
  void load(Declaration before) {
    if (!interests.isEmpty() || !sources.isEmpty()) {
      return;
    }
    loadedFrom = before.forYear();
    before.interests().forEach(interest -> interests.add(InterestForm.of(interest)));
    Set<String> named = new LinkedHashSet<>();
    interests.forEach(interest -> named.add(interest.getSource()));
    sources = new ArrayList<>(named);
  }

  /** Makes room for one interest of each chosen source, and forgets those no longer chosen. */
  void arrange() {
    interests.removeIf(interest -> !sources.contains(interest.getSource()));
    for (String source : sources) {
      if (interests.stream().noneMatch(interest -> interest.getSource().equals(source))) {
        interests.add(fresh(source));
      }
    }
    interests.sort(
        java.util.Comparator.comparingInt(interest -> sources.indexOf(interest.getSource())));
  }

  private InterestForm fresh(String source) {
    boolean actual = kind == DeclarationKind.ACTUAL;
    return new InterestForm(source, actual ? InterestNature.ACTUAL : InterestNature.POTENTIAL);
  }

  void add(String source) {
    interests.add(fresh(source));
    arrange();
  }

  void remove(InterestForm interest) {
    interests.remove(interest);
    if (interests.stream().noneMatch(other -> other.getSource().equals(interest.getSource()))) {
      sources.remove(interest.getSource());
    }
  }

  FileDeclaration.Request request() {
    return new FileDeclaration.Request(
        kind,
        kind == DeclarationKind.YEARLY ? year : null,
        interests.stream().map(InterestForm::stated).toList());
  }

  public int getStep() {
    return step;
  }

  void go(int to) {
    step = to;
  }

  public DeclarationKind getKind() {
    return kind;
  }

  public void setKind(DeclarationKind kind) {
    this.kind = kind;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  /** The year whose list this one began with; {@code null} where it began empty. */
  public Integer getLoadedFrom() {
    return loadedFrom;
  }

  public List<String> getSources() {
    return sources;
  }

  public void setSources(List<String> sources) {
    this.sources = sources == null ? new ArrayList<>() : new ArrayList<>(sources);
  }

  public List<InterestForm> getInterests() {
    return interests;
  }

  public boolean isSworn() {
    return sworn;
  }

  public void setSworn(boolean sworn) {
    this.sworn = sworn;
  }

  /** The number under which it was filed; {@code null} before. */
  String filed() {
    return filed;
  }

  void file(String number) {
    filed = number;
  }
}
