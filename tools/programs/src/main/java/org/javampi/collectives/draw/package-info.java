/** Pictures of collective algorithms: what each rank sends and receives, as it does in a run. */
package org.javampi.collectives.draw;
