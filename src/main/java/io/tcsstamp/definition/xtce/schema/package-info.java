/**
 * XTCE documents as XML: bytes go in, a hardened XML reader and the problems of schema validation
 * come out. Must not know what an element means to a decoder.
 */
package io.tcsstamp.definition.xtce.schema;
