/** The secret that all parts of a river or of a job share, and the proofs that a process knows it. */
package org.javampi.river.trust;
