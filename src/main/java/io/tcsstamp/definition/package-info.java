/**
 * Descriptions of packets: what a front end read from XTCE or COSMOS files goes in, one immutable
 * representation comes out; the package must not know how packets are cut or decoded.
 */
package io.tcsstamp.definition;
