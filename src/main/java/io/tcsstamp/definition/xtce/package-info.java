/**
 * XTCE documents, versions 1.0 to 1.2: a file goes in, a {@link io.tcsstamp.definition.Definition}
 * comes out, and the other way round; the package must not know how packets are cut or decoded.
 */
package io.tcsstamp.definition.xtce;
