/**
 * A host's part of a job: {@link org.javampi.job.agent.ControlHub} starts the virtual machines,
 * lets in those that know the secret, and hears of their ends; {@link
 * org.javampi.job.agent.ControlHub} does so on other hosts and passes on what they say.
 */
package org.javampi.job.agent;
