/**
 * Ranks anywhere through TCP: each connection is proved before anything else is read, and carries
 * frames one way.
 */
package org.javampi.transport.tcp;
