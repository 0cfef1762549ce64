/**
 * What resources say to each other: attributes by name, the constraints by which a receiver
 * chooses, the queue in between, and the bytes on the wire.
 */
package org.javampi.river.message;
