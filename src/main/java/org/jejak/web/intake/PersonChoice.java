package org.jejak.web.intake;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import org.jejak.identity.Nip;
import org.jejak.identity.People;

/** A person of the directory as one line of a choice, carried through the form as their NIP. */
@FacesConverter(value = "personChoice", managed = true)
public class PersonChoice implements Converter<People.Row> {
  @Inject People people;

  @Override
  public People.Row getAsObject(FacesContext context, UIComponent component, String nip) {
    return nip == null || !nip.matches("[0-9]{18}")
        ? null
        : people.find(new Nip(nip).value(), 1).stream().findFirst().orElse(null);
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, People.Row person) {
    return person == null ? "" : person.nip().value();
  }
}
