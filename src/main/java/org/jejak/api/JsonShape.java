package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How values are written: ISO days and moments, nothing for what is not there. */
@Provider
@ApplicationScoped
public class JsonShape implements ContextResolver<Jsonb> {
  private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withEncoding("UTF-8"));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** A value as an answer's body. */
  public String write(Object value) {
    return jsonb.toJson(value);
  }
}
