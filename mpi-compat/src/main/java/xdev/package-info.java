/** Empty: a name that programs of MPJ Express import. */
package xdev;
