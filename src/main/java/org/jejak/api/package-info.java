/**
 * REST under {@code /api/v1}: a page for programs. The same commands, finders, rights and recusal;
 * refusals leave as {@code application/problem+json} with the refusal's key as {@code code}.
 *
 * <p>Denied unless a token says who asks ({@link org.jejak.api.ForEveryone} names the exceptions),
 * and each call that changes something is harmless to repeat ({@link
 * org.jejak.api.repeat.Idempotent}), because a caller whose line breaks cannot know whether its act
 * was done.
 */
package org.jejak.api;
