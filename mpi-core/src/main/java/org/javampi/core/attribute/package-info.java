/**
 * Values that a program attaches to communicators and datatypes under keys of its own, with callbacks that copy and
 * delete them (MPI-4.1 §7.7).
 */
package org.javampi.core.attribute;
