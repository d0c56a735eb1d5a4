/** Keys and certificates for tests. */
package io.tcsstamp.tls;
