/**
 * What a runtime on top of River sees and implements: {@link org.javampi.river.Residence} is what a
 * resource is given by the VM that hosts it, {@link org.javampi.river.ResidentExtension} makes
 * something of it. MPI's ranks are such resources.
 */
package org.javampi.river;
