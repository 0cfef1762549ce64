/**
 * How VMs of a River find each other without being told names: a {@link
 * org.javampi.river.discovery.Finder} asks the network, each {@link
 * org.javampi.river.discovery.Beacon} answers, and both prove that they know the secret.
 */
package org.javampi.river.discovery;
