/** Carries a plan out: compiles, starts processes and agents, feeds input, and ends all of it. */
package org.javampi.mpirun.launch;
