package org.jejak.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jejak.identity.People;

/** A person of the directory by the NIP; the handle never leaves the server. */
@FacesConverter("person")
public class PersonConverter implements Converter<People.Row> {
  @Override
  public People.Row getAsObject(FacesContext context, UIComponent component, String nip) {
    if (nip == null || nip.isBlank()) {
      return null;
    }
    return CDI.current().select(People.class).get().find(nip, 1).stream().findFirst().orElse(null);
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, People.Row person) {
    return person == null ? "" : person.nip().value();
  }
}
