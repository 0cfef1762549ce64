/**
 * Remote access and invocation: functions, objects and variables of one resource, used from another one as if they were
 * here. Only what {@link org.javampi.river.rai.RemoteAccess} has exported can be used.
 */
package org.javampi.river.rai;
