/**
 * Coordinated checkpoints of a job's resources: the protocol between a coordinator and the points
 * at which resources stand still, and the files that result. What a resource saves is its own
 * matter.
 */
package org.javampi.river.checkpoint;
