package io.tcsstamp.definition.xtce.schema;

import java.util.Locale;

/**
 * Says in words what the JDK's parser of XML streams has no words for: of errors with namespaces it
 * tells the address of a specification, a key and arguments. Stateless.
 */
final class ParserKeys {
    private static final String START = "http://www.w3.org/TR/";
    private static final String RAW_NAME = "rawname=\"";
    private static final int LONGEST = 100;

    private ParserKeys() {}

    /** The message, in words if it is such a key. */
    static String words(String message) {
        int hash = message.indexOf('#');
        if (!message.startsWith(START) || hash < 0) {
            return message;
        }
        int mark = message.indexOf('?', hash);
        String key = message.substring(hash + 1, mark < 0 ? message.length() : mark);
        String[] arguments = mark < 0 ? new String[0] : message.substring(mark + 1).split("&");
        return switch (key) {
            case "ElementPrefixUnbound" -> unbound("element", last(arguments));
            case "AttributePrefixUnbound" ->
                    unbound(
                            "attribute",
                            arguments.length > 1 ? name(arguments[1]) : last(arguments));
            case "AttributeNSNotUnique", "AttributeNotUnique" ->
                    "the attribute " + last(arguments) + " is given twice; remove one";
            case "EmptyPrefixedAttName" ->
                    last(arguments) + " declares an empty namespace; give its address";
            default -> plain(key, arguments);
        };
    }

    private static String unbound(String what, String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? name : name.substring(0, colon);
        String address =
                prefix.equals("xsi")
                        ? "http://www.w3.org/2001/XMLSchema-instance"
                        : XtceSchema.NAMESPACE;
        return "the prefix of the %s %s is not declared; add xmlns:%s=\"%s\" to SpaceSystem"
                .formatted(what, name, prefix, address);
    }

    private static String last(String... arguments) {
        return arguments.length == 0 ? "?" : name(arguments[arguments.length - 1]);
    }

    /** A name, which may be told as {@code prefix="p",localpart="a",rawname="p:a"}. */
    private static String name(String argument) {
        int from = argument.indexOf(RAW_NAME);
        if (from < 0) {
            return Quote.shortened(argument);
        }
        String name = argument.substring(from + RAW_NAME.length());
        int end = name.indexOf('"');
        return Quote.shortened(end < 0 ? name : name.substring(0, end));
    }

    /** NoSuchThing with two arguments is: no such thing: a, b. */
    private static String plain(String key, String... arguments) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < key.length() && i < LONGEST; i++) {
            boolean begins =
                    i > 0
                            && Character.isUpperCase(key.charAt(i))
                            && Character.isLowerCase(key.charAt(i - 1));
            words.append(begins ? " " : "").append(key.charAt(i));
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        return arguments.length == 0 ? text : text + ": " + String.join(", ", arguments);
    }
}
