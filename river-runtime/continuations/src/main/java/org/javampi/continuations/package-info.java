/**
 * What rewritten code calls, and who freezes and resumes it. A thread that stands in a call leaves its frames by a
 * {@link org.javampi.continuations.FreezeSignal} that collects them, and comes back by entering the same methods
 * again, each of which takes its {@link org.javampi.continuations.Frame} and goes on at its call.
 */
package org.javampi.continuations;
