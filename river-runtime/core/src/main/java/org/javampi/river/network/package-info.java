/**
 * Connections between VMs: made on first use, proved by both sides, kept alive by signs of life. A
 * VM whose connection ends is gone, for good.
 */
package org.javampi.river.network;
