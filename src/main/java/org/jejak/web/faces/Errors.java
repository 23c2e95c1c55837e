package org.jejak.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jejak.web.Problem;

/**
 * {@code j:errors}: everything that is wrong, on top of the page, each sentence a link to its
 * field. The element is always there, so that a partial update can fill it.
 */
public class Errors extends UIComponentBase {
  @Override
  public String getFamily() {
    return "org.jejak.Errors";
  }

  @Override
  public String getRendererType() {
    return null;
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    List<Problem> problems = problems(context);
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("div", this);
    writer.writeAttribute("id", getClientId(context), null);
    if (!problems.isEmpty()) {
      writer.startElement("div", this);
      writer.writeAttribute("class", "box", null);
      writer.writeAttribute("role", "alert", null);
      writer.writeAttribute("tabindex", "-1", null);
      writer.startElement("h2", this);
      writer.writeText(Bundle.of("common.errors"), null);
      writer.endElement("h2");
      writer.startElement("ul", this);
      for (Problem problem : problems) {
        line(writer, problem);
      }
      writer.endElement("ul");
      writer.endElement("div");
    }
    writer.endElement("div");
  }

  private void line(ResponseWriter writer, Problem problem) throws IOException {
    writer.startElement("li", this);
    if (problem.field() == null) {
      writer.writeText(problem.sentence(), null);
    } else {
      writer.startElement("a", this);
      writer.writeAttribute("href", "#" + problem.field(), null);
      writer.writeText(problem.sentence(), null);
      writer.endElement("a");
    }
    writer.endElement("li");
  }

  private List<Problem> problems(FacesContext context) {
    List<Problem> problems = new ArrayList<>();
    if (getAttributes().get("problems") instanceof List<?> given) {
      given.forEach(problem -> problems.add((Problem) problem));
    }
    Iterator<String> ids = context.getClientIdsWithMessages();
    while (ids.hasNext()) {
      String id = ids.next();
      Iterator<FacesMessage> messages = context.getMessages(id);
      while (messages.hasNext()) {
        FacesMessage message = messages.next();
        if (message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
          problems.add(new Problem(focus(context, id), message.getSummary()));
        }
      }
    }
    return problems;
  }

  private static String focus(FacesContext context, String id) {
    if (id == null) {
      return null;
    }
    UIComponent control = context.getViewRoot().findComponent(":" + id);
    return control == null ? id : Field.idOf(context, control);
  }
}
