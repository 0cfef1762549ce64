/**
 * Compares the collectives, by any choice of algorithms, with what each rank computes alone. {@link
 * org.javampi.collectives.verify.Verifier} is a program as a user's: it calls the facade.
 */
package org.javampi.collectives.verify;
