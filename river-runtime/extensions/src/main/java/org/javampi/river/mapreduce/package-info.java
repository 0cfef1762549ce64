/**
 * MapReduce on a {@link org.javampi.river.trickle.Trickle}: what maps make stays on the VMs that made it until it is
 * reduced, in memory or in files that have no name, and is made again when its VM dies.
 */
package org.javampi.river.mapreduce;
