/**
 * Interactive parallel computing: {@link org.javampi.river.parallel.Engines engines} are namespaces with a stream of
 * instructions, in virtual machines of a River or in the ranks of an MPI job.
 */
package org.javampi.river.parallel;
