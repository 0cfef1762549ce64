/**
 * A host's part of a job: {@link org.javampi.river.agent.HostAgent} starts the virtual machines,
 * lets in those that know the secret, and hears of their ends; {@link
 * org.javampi.river.agent.Outpost} does so on other hosts and passes on what they say.
 */
package org.javampi.river.agent;
