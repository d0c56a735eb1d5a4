package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can only be looked at when the whole document has been read.
 *
 * <p>Not thread-safe.
 */
final class Links {
    /** A reference to a member of a parameter, and who makes it. */
    record Member(ParameterRef ref, SourceLocation at, String path) {}

    /** An entry that takes a parameter for an array. */
    record ArrayEntry(String ref, int dimensions, SourceLocation at, String path) {}

    private final List<Member> members = new ArrayList<>();
    private final List<ArrayEntry> arrays = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, SourceLocation> bare = new HashMap<>();

    void member(ParameterRef ref, SourceLocation at, String path) {
        members.add(new Member(ref, at, path));
    }

    /** An ArrayParameterRefEntry; 0 dimensions where it leaves them to the type. */
    void array(String ref, int dimensions, SourceLocation at, String path) {
        arrays.add(new ArrayEntry(ref, dimensions, at, path));
    }

    /** A parameter that a container or a criterion names. */
    void uses(String parameter) {
        used.add(parameter);
    }

    /** A type without an encoding, which matters only where a packet holds it. */
    void bare(String type, SourceLocation at) {
        bare.put(type, at);
    }

    List<Member> members() {
        return members;
    }

    List<ArrayEntry> arrays() {
        return arrays;
    }

    boolean isUsed(String parameter) {
        return used.contains(parameter);
    }

    Map<String, SourceLocation> bare() {
        return bare;
    }
}
