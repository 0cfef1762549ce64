/**
 * A job on VMs that wait for work: {@link org.javampi.job.river.JobHost} is the agent of a host as
 * a resource that the launcher deploys.
 */
package org.javampi.job.river;
