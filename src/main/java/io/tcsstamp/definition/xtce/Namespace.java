package io.tcsstamp.definition.xtce;

import java.util.Locale;
import javax.xml.stream.XMLStreamReader;

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

    /** True when the element at which a reader stands is XTCE's. */
    boolean holds(XMLStreamReader xml) {
        String its = xml.getNamespaceURI();
        return its == null || its.isEmpty()
                ? uri.isEmpty()
                : its.equals(uri) || !uri.isEmpty() && isXtce(its);
    }

    /** The name of an element: the local one where it is XTCE's, else with its namespace. */
    String name(XMLStreamReader xml) {
        return holds(xml) ? xml.getLocalName() : xml.getName().toString();
    }
}
