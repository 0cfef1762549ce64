/**
 * The contents of a workspace server: workspaces, their variables, values and those that wait. One thread uses all of it.
 */
package org.javampi.river.nws.space;
