package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;

/** Days in query parameters, {@code 2026-02-03}. */
@Provider
@ApplicationScoped
public class DayParameter implements ParamConverterProvider {
  @Override
  public <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] marks) {
    return raw != LocalDate.class
        ? null
        : new ParamConverter<>() {
          @Override
          public T fromString(String text) {
            return text == null || text.isBlank() ? null : raw.cast(LocalDate.parse(text));
          }

          @Override
          public String toString(T day) {
            return day.toString();
          }
        };
  }
}
