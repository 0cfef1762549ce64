/** What makes ranks and launchers start fast: class-data archives and the index of providers. */
package org.javampi.mpirun.archive;
