/** What the launcher can do besides running a job: one class for each command. */
package org.javampi.mpirun.commands;
