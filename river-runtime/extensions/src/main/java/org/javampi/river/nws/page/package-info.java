/** What a browser sees of a server of workspaces. */
package org.javampi.river.nws.page;
