package io.tcsstamp.camel;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes of Camel's XML of routes one that Hawtio 3.0 draws as an operator expects it. Its diagram
 * takes every element below a route for a step on the way of a message, which breaks it at an error
 * handler and draws what happens on an exception between the source and the first step: both become
 * comments. And it shows a step's id only where it is marked as given by the user. Stateless.
 */
final class RouteDump {
    private static final Pattern ASIDE =
            Pattern.compile("<(errorHandler|onException)\\b(?:[^>]*/>|.*?</\\1>)", Pattern.DOTALL);

    /** A step whose id is not one that Camel made of its kind and a number. */
    private static final Pattern NAMED =
            Pattern.compile("<(?!(?:routes?|from)\\b)(\\w+) id=\"(?!\\1\\d+\")");

    private RouteDump() {}

    /** The XML for the diagram; whoever reads it loses nothing. */
    static String forDiagram(String xml) {
        String straight = ASIDE.matcher(xml).replaceAll(RouteDump::comment);
        return NAMED.matcher(straight).replaceAll("<$1 customId=\"true\" id=\"");
    }

    private static String comment(MatchResult element) {
        // two hyphens would end the comment
        String text = element.group().replace("--", "- -");
        return "<!-- " + text.replace("\\", "\\\\").replace("$", "\\$") + " -->";
    }
}
