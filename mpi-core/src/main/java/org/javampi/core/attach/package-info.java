/**
 * Where the facade meets a runtime: a River resource becomes a rank, and a program that nobody has
 * started as one becomes a world of its own.
 */
package org.javampi.core.attach;
