package org.jejak.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.primefaces.component.api.InputHolder;

/**
 * {@code j:field}: label, hint, message and control in one.
 *
 * <p>It looks for the control inside it, so that a page names the control once. The message stands
 * above the control, because on a phone the keyboard hides what is below.
 */
public class Field extends UIComponentBase {
  private static final String FAULT =
      "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6.500v4M10 13.400v.100";

  @Override
  public String getFamily() {
    return "org.jejak.Field";
  }

  @Override
  public String getRendererType() {
    return null;
  }

  /** Whether refusals with this key are about this field. */
  public boolean isAbout(String refusal) {
    return Arrays.asList(text("refusals").split(" ", -1)).contains(refusal);
  }

  /** The control inside; {@code null} where it is a plain one. */
  public UIComponent control() {
    return control(this);
  }

  /** Sentences of Faces name the field as the page does. */
  @Override
  public void processDecodes(FacesContext context) {
    UIComponent control = control();
    if (control != null) {
      control.getAttributes().putIfAbsent("label", text("label").replace("?", ""));
    }
    super.processDecodes(context);
  }

  boolean isGroup() {
    return getAttributes().get("group") != null;
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    UIComponent control = control();
    List<String> faults = faults(context, control);
    String base = getClientId(context);
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement(isGroup() ? "fieldset" : "div", this);
    writer.writeAttribute("id", base, null);
    writer.writeAttribute("class", looks(!faults.isEmpty()), null);
    label(writer, inputId(context, control));
    StringBuilder described = new StringBuilder();
    if (!text("hint").isEmpty()) {
      described.append(hint(writer, base)).append(' ');
    }
    for (int i = 0; i < faults.size(); i++) {
      described.append(fault(writer, base + "-fault" + (i == 0 ? "" : i), faults.get(i)));
      described.append(' ');
    }
    if (isGroup()) {
      return;
    }
    describe(control, described.toString().strip(), !faults.isEmpty());
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    context.getResponseWriter().endElement(isGroup() ? "fieldset" : "div");
  }

  private String looks(boolean wrong) {
    return ("field " + text("look") + (wrong ? " wrong" : "")).replace("  ", " ").strip();
  }

  private void label(ResponseWriter writer, String inputId) throws IOException {
    String element = isGroup() ? "legend" : "label";
    writer.startElement(element, this);
    if (!isGroup() && inputId != null) {
      writer.writeAttribute("for", inputId, null);
    }
    writer.writeText(text("label"), null);
    if (Boolean.parseBoolean(text("optional"))) {
      writer.write(' ');
      writer.startElement("span", this);
      writer.writeAttribute("class", "optional", null);
      writer.writeText(Bundle.of("common.optional"), null);
      writer.endElement("span");
    }
    writer.endElement(element);
  }

  private String hint(ResponseWriter writer, String base) throws IOException {
    writer.startElement("p", this);
    writer.writeAttribute("id", base + "-hint", null);
    writer.writeAttribute("class", "hint", null);
    writer.writeText(text("hint"), null);
    writer.endElement("p");
    return base + "-hint";
  }

  private String fault(ResponseWriter writer, String id, String sentence) throws IOException {
    writer.startElement("p", this);
    writer.writeAttribute("id", id, null);
    writer.writeAttribute("class", "fault", null);
    writer.startElement("svg", this);
    writer.writeAttribute("viewBox", "0 0 20 20", null);
    writer.writeAttribute("aria-hidden", "true", null);
    writer.startElement("path", this);
    writer.writeAttribute("d", FAULT, null);
    writer.endElement("path");
    writer.endElement("svg");
    writer.startElement("span", this);
    writer.writeText(sentence, null);
    writer.endElement("span");
    writer.endElement("p");
    return id;
  }

  private static void describe(UIComponent control, String described, boolean wrong) {
    if (control == null) {
      return;
    }
    if (described.isEmpty()) {
      control.getPassThroughAttributes().remove("aria-describedby");
    } else {
      control.getPassThroughAttributes().put("aria-describedby", described);
    }
    if (wrong) {
      control.getPassThroughAttributes().put("aria-invalid", "true");
    } else {
      control.getPassThroughAttributes().remove("aria-invalid");
    }
  }

  private List<String> faults(FacesContext context, UIComponent control) {
    List<String> faults = new ArrayList<>();
    if (!text("fault").isEmpty()) {
      faults.add(text("fault"));
    }
    if (control != null) {
      Iterator<FacesMessage> messages = context.getMessages(control.getClientId(context));
      messages.forEachRemaining(message -> faults.add(message.getSummary()));
    }
    return faults;
  }

  private String inputId(FacesContext context, UIComponent control) {
    if (control == null) {
      return text("for").isEmpty() ? null : text("for");
    }
    return idOf(context, control);
  }

  /** The id of the element that takes the focus. */
  static String idOf(FacesContext context, UIComponent control) {
    return control instanceof InputHolder holder
        ? holder.getInputClientId()
        : control.getClientId(context);
  }

  private static UIComponent control(UIComponent parent) {
    for (UIComponent child : parent.getChildren()) {
      if (child instanceof EditableValueHolder) {
        return child;
      }
      UIComponent deeper = control(child);
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }

  private String text(String attribute) {
    Object value = getAttributes().get(attribute);
    return value == null ? "" : value.toString();
  }
}
