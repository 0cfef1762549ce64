/**
 * NetWorkSpaces: tables on a server where processes of any language meet. {@link org.javampi.river.nws.NwsServer} serves,
 * {@link org.javampi.river.nws.NetWorkSpace} uses one workspace.
 */
package org.javampi.river.nws;
