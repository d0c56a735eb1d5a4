package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.ParameterType;
import java.util.Map;

/**
 * A definition made ready to decode packets that start with one container: names are resolved,
 * referred containers unfolded, literals read, labels and calibrators made into tables.
 *
 * <p>Immutable and thread-safe.
 *
 * @param definition what it was made of
 * @param root the plan of the container that every packet starts with
 * @param references how many fields are referred to by criteria, sizes and the like; their {@link
 *     Field#reference()} counts from 0
 * @param rules by the identity of the type, of all types that a packet may have values of
 */
record DecodePlan(
        Definition definition,
        ContainerPlan root,
        int references,
        Map<ParameterType.Scalar, TypeRules> rules) {}
