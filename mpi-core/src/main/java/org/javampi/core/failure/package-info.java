/**
 * {@link org.javampi.core.failure.MpiFailure}, the one failure below the facade: an error class and
 * a text, turned into a code at one place.
 */
package org.javampi.core.failure;
