package io.tcsstamp.definition.xtce;

import java.util.Locale;
import javax.xml.namespace.QName;

/**
 * The namespace of a document, that of its outermost element: one of XTCE's, with any prefix, or
 * none. Versions 1.0 to 1.2 have different ones.
 *
 * <p>Immutable and thread-safe.
 *
 * @param uri empty for none
 */
record Namespace(String uri) {

    /** True for the namespaces of all versions. */
    static boolean isXtce(String uri) {
        return uri.toLowerCase(Locale.ROOT).contains("xtce");
    }

    /** True for an element that is XTCE's. */
    boolean holds(QName name) {
        return name.getNamespaceURI().equals(uri)
                || !uri.isEmpty() && isXtce(name.getNamespaceURI());
    }

    /** The name of an element: the local one where it is XTCE's, else with its namespace. */
    String name(QName name) {
        return holds(name) ? name.getLocalPart() : name.toString();
    }
}
