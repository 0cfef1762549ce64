/**
 * The server's side: one thread with a selector serves all clients from one {@link
 * org.javampi.river.nws.space.Space}.
 */
package org.javampi.river.nws.server;
