/**
 * Datatypes: {@link org.javampi.core.datatype.Plan} tells where the bytes of an item lie, flattened
 * once, and can stop and go on at any byte; constructors, bounds and signatures.
 */
package org.javampi.core.datatype;
