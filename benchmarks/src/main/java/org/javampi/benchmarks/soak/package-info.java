/**
 * Programs that run for as long as one likes and check each message that they send, with and
 * without ranks that die meanwhile.
 */
package org.javampi.benchmarks.soak;
