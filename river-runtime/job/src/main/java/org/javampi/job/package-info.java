/**
 * What a runtime on top of River sees and implements: {@link org.javampi.job.RankHost} is what a
 * resource is given by the VM that hosts it, {@link org.javampi.job.RankExtension} makes
 * something of it. MPI's ranks are such resources.
 */
package org.javampi.job;
