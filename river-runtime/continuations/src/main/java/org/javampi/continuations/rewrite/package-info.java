/** Finds the calls at which a program may be frozen, and rewrites its classes for that. */
package org.javampi.continuations.rewrite;
