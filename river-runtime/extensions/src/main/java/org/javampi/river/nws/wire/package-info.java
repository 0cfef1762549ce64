/** What server and client of workspaces have in common: numbers, dictionaries and descriptors on the wire. */
package org.javampi.river.nws.wire;
