/** The way from a console to the ranks of a running job. */
package org.javampi.console.job;
