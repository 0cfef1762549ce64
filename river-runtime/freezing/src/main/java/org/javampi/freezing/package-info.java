/** Resources of a River that know nothing of it are frozen in the middle of a call, and go on elsewhere. */
package org.javampi.freezing;
