/** What the launcher refuses or cannot do, and the exit statuses that say so. */
package org.javampi.mpirun.failure;
