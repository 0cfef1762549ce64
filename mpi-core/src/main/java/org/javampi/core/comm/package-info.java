/**
 * Communicators with their contexts, attributes and error handlers, how new ones are agreed on, and
 * the channel and boards on which collectives run over them.
 */
package org.javampi.core.comm;
