/**
 * Which hosts a job has, which ranks go to which of them, and how agents get there. Nothing here
 * starts anything.
 */
package org.javampi.mpirun.hosts;
