/** A running job: what its ranks, processes and hosts report, and what that makes of it. */
package org.javampi.mpirun.watch;
