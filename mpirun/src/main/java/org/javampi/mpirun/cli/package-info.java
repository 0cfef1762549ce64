/** The command line: options as they were typed. Nothing is decided here, and nothing is started. */
package org.javampi.mpirun.cli;
