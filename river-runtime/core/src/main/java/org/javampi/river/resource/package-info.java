/**
 * River as its programs see it: {@link org.javampi.river.resource.River} is this VM among others,
 * {@link org.javampi.river.resource.VirtualResource} what lives on it. Leases, deployment, class
 * files and obituaries are messages to a VM's control resource.
 */
package org.javampi.river.resource;
