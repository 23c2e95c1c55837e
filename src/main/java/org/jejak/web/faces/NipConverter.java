package org.jejak.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jejak.web.Formats;

/** Reads a NIP with any spaces, shows it as 8-6-1-3. Whether it can be one the command decides. */
@FacesConverter("nip")
public class NipConverter implements Converter<String> {
  @Override
  public String getAsObject(FacesContext context, UIComponent component, String typed) {
    return typed == null || typed.isBlank() ? null : typed.replaceAll("[\\s\\u00A0.-]", "");
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, String nip) {
    return nip == null ? "" : Formats.nip(nip);
  }
}
