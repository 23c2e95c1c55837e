package org.jejak.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Set;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;
import org.jejak.ledger.access.Look;

/**
 * Asks the policy before the transaction begins, and lets the command act in the role that allowed
 * it, so that the entry names the right one of somebody's roles. Serializable, because beans of a
 * view may be guarded too.
 */
@Allow
@Interceptor
@Priority(100) // before the transaction (200), which is before the recording (1000)
public class AllowInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Policy policy;
  @Inject Roles roles;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    Permission permission = permissionOf(call.getMethod());
    if (!policy.allows(permission)) {
      Look.denied(null);
      throw new Refusal(
          Refusal.Kind.FORBIDDEN, "forbidden", "none of the actor's roles has " + permission);
    }
    return Acting.call(inGrantingRole(permission), Acting.request(), call::proceed);
  }

  private Actor inGrantingRole(Permission permission) {
    Actor actor = Acting.now();
    if (permission.roles().isEmpty() || actor.isSystem()) {
      return actor;
    }
    Set<Role> mine = roles.mine();
    for (Role role : Role.values()) {
      if (mine.contains(role) && permission.roles().contains(role)) {
        return actor.in(role.name());
      }
    }
    throw new IllegalStateException("allowed without a role: " + permission);
  }

  private static Permission permissionOf(Method method) {
    Allow own = method.getAnnotation(Allow.class);
    return (own != null ? own : method.getDeclaringClass().getAnnotation(Allow.class)).value();
  }
}
