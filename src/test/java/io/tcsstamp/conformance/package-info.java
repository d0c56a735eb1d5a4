/** Cases that a peer produced or a rule fixed, which lie outside of the project, and their runs. */
package io.tcsstamp.conformance;
