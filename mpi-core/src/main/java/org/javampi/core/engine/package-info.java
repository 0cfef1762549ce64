/**
 * How messages get from rank to rank: {@link org.javampi.core.engine.Engine} has requests, eager
 * and rendezvous protocols, matching of what is posted and what has come unexpected, waiting, and
 * an agent that makes progress when nobody waits. It knows contexts and ranks, not communicators,
 * and nothing on its way allocates.
 */
package org.javampi.core.engine;
