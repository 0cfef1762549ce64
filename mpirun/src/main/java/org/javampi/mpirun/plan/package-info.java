/** From options to the plan of a job. Pure: files are read, but nothing is written, leased, compiled or started. */
package org.javampi.mpirun.plan;
