/**
 * What the parts of a job say to each other, apart from bulk data: the secret, the connections that
 * prove it, the kinds of messages, and the descriptions that travel in them.
 */
package org.javampi.job.control;
