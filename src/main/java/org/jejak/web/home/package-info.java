/** The home page: what do I have to do now, what is late. */
package org.jejak.web.home;
