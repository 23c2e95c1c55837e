/**
 * OpenAPI, read from the resources' own code, because a description by hand soon describes another.
 */
package org.jejak.api.describe;
