/**
 * Sign-in: accounts, passwords, sessions and tokens, and the filter that says who acts in a
 * request.
 *
 * <p>Apart from {@code identity}, because a person and their roles exist without an account: the
 * policy asks about people, and only this package knows how one of them proves to be there.
 */
package org.jejak.signin;
