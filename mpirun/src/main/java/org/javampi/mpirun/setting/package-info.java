/** The settings of the runtime: what they are, what they may be, and what was probably meant. */
package org.javampi.mpirun.setting;
