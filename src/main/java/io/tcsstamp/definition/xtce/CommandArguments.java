package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.Names.Kind;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of commands and what refers to them: a command has those of its bases too.
 *
 * <p>Not thread-safe.
 */
final class CommandArguments {
    /** How many commands may be based on each other before a circle is assumed. */
    private static final int MAX_BASES = 200;

    /** Gets what is wrong. */
    interface Teller {
        void tell(String code, SourceLocation at, String path, String message);
    }

    private record Use(String command, String argument, SourceLocation at) {}

    private record Base(String system, String ref) {}

    private final Names names;
    private final Map<String, Set<String>> arguments = new HashMap<>();
    private final Map<String, Base> bases = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private String command;

    CommandArguments(Names names) {
        this.names = names;
    }

    /** An element begins. */
    void element(String element, String parent, String name, String system, XtceXmlReader xml) {
        if (element.equals("MetaCommand") && parent.equals("MetaCommandSet") && name != null) {
            command = system + "/" + name;
            arguments.putIfAbsent(command, new HashSet<>());
        }
        if (command == null) {
            return;
        }
        switch (element) {
            case "Argument" -> arguments.get(command).add(String.valueOf(name));
            case "BaseMetaCommand" -> {
                String ref = xml.getAttributeValue(null, "metaCommandRef");
                if (ref != null) {
                    bases.putIfAbsent(command, new Base(system, ref.strip()));
                }
            }
            case "ArgumentAssignment" -> use(xml, "argumentName");
            default -> use(xml, "argumentRef");
        }
    }

    private void use(XtceXmlReader xml, String attribute) {
        String ref = xml.getAttributeValue(null, attribute);
        if (ref != null) {
            uses.add(new Use(command, ref.strip(), xml.location()));
        }
    }

    /** An element ends. */
    void end(String element) {
        if (element.equals("MetaCommand")) {
            command = null;
        }
    }

    /** Tells references to arguments that there are not. */
    void check(Teller problems) {
        for (Use use : uses) {
            if (!has(use.command(), use.argument())) {
                problems.tell(
                        "MISSING_ARGUMENT_REFERENCE",
                        use.at(),
                        use.command(),
                        "there is no argument "
                                + Scope.quoted(use.argument())
                                + " in the command or those that it is based on");
            }
        }
    }

    private boolean has(String start, String argument) {
        String at = start;
        for (int i = 0; i < MAX_BASES && at != null; i++) {
            if (arguments.getOrDefault(at, Set.of()).contains(argument)) {
                return true;
            }
            Base base = bases.get(at);
            at = base == null ? null : names.resolve(Kind.COMMAND, base.system(), base.ref());
        }
        return false;
    }
}
