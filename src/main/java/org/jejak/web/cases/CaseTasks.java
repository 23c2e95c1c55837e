package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.cases.CaseStage;
import org.jejak.cases.Matter;
import org.jejak.cases.MatterStage;
import org.jejak.web.Words;

/** What has to be done on a case, in the order in which it can be done. */
@Named
@RequestScoped
public class CaseTasks {
  @Inject CaseHead head;
  @Inject Words words;

  /**
   * One thing to do.
   *
   * @param state todo, part, waiting, blocked or done
   * @param href where it is done; {@code null} where it cannot be done now or not by the one who
   *     looks
   * @param note what it needs, or for whom it waits
   */
  public record Task(String id, String state, String words, String href, String note) {}

  public List<Task> getAll() {
    return List.of(assignment(), findings(), submission(), decision(), closing());
  }

  /** The first that can be done now by the one who looks; {@code null} where nothing can. */
  public Task getNext() {
    return getAll().stream().filter(task -> task.href() != null).findFirst().orElse(null);
  }

  /** "2 dari 5 selesai". */
  public String getProgress() {
    List<Task> all = getAll();
    long done = all.stream().filter(task -> task.state().equals("done")).count();
    return words.of("cases.tasks.progress", done, all.size());
  }

  private Task assignment() {
    String by = head.getInvestigator() == null ? null : head.getInvestigator().name();
    if (by != null) {
      return task("assign", "done", null, by);
    }
    return task("assign", "todo", head.isAssignable() ? "/assign" : null, null);
  }

  private Task findings() {
    long all = head.getMatters().size();
    long found = head.getMatters().stream().filter(this::isFound).count();
    String count = words.of("cases.tasks.findings.count", found, all);
    if (head.getFile().stage() == CaseStage.OPEN) {
      return task("findings", "blocked", null, words.plain("cases.tasks.findings.blocked"));
    }
    if (found == all) {
      return task("findings", "done", null, count);
    }
    Matter next =
        head.getMatters().stream().filter(matter -> !isFound(matter)).findFirst().orElseThrow();
    String href = head.isFindable() ? "/findings?matter=" + next.no() : null;
    return task("findings", found == 0 ? "todo" : "part", href, count);
  }

  private Task submission() {
    if (head.getAuthority() != null) {
      return task("submit", "done", null, head.getAuthority().name());
    }
    if (!head.getMatters().stream().allMatch(this::isFound)) {
      return task("submit", "blocked", null, words.plain("cases.tasks.submit.blocked"));
    }
    return task("submit", "todo", head.isFindable() ? "/submit" : null, null);
  }

  private Task decision() {
    if (head.getAuthority() == null) {
      return task("decide", "blocked", null, words.plain("cases.tasks.decide.blocked"));
    }
    long all = head.getMatters().size();
    long decided = head.getMatters().stream().filter(this::isDecided).count();
    String count = words.of("cases.tasks.decide.count", decided, all);
    if (decided == all) {
      return task("decide", "done", null, count);
    }
    if (!head.isDecidable()) {
      return task(
          "decide",
          "waiting",
          null,
          words.of("cases.tasks.decide.waits", head.getAuthority().name()));
    }
    Matter next =
        head.getMatters().stream().filter(matter -> !isDecided(matter)).findFirst().orElseThrow();
    return task("decide", decided == 0 ? "todo" : "part", "/decide?matter=" + next.no(), count);
  }

  private Task closing() {
    return switch (head.getFile().stage()) {
      case OPEN, EXAMINATION ->
          task("close", "blocked", null, words.plain("cases.tasks.close.blocked"));
      case CONCLUDED -> task("close", "todo", head.isClosable() ? "/close" : null, null);
      case CLOSED -> task("close", "done", null, null);
    };
  }

  private Task task(String id, String state, String path, String note) {
    return new Task(
        id,
        state,
        words.plain("cases.tasks." + id),
        path == null ? null : head.getPath() + path,
        note);
  }

  private boolean isFound(Matter matter) {
    return matter.stage() != MatterStage.ALLEGED;
  }

  private boolean isDecided(Matter matter) {
    return matter.decision().isPresent();
  }
}
