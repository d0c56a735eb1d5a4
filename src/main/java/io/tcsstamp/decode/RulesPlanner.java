package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What values of a type need after decoding, for the types whose values are decoded. */
final class RulesPlanner {
    private final CriterionPlanner criteria;
    private final References references;

    RulesPlanner(CriterionPlanner criteria, References references) {
        this.criteria = criteria;
        this.references = references;
    }

    /** The rules by the identity of the type. */
    Map<ParameterType.Scalar, TypeRules> plan(Definition definition) {
        Map<ParameterType.Scalar, TypeRules> rules = new IdentityHashMap<>();
        for (ParameterType type : definition.types().values()) {
            if (type instanceof ParameterType.Scalar scalar
                    && references.isValued(scalar.qualifiedName())) {
                rules.put(scalar, rules(scalar));
            }
        }
        return rules;
    }

    private TypeRules rules(ParameterType.Scalar type) {
        TextCharset charset =
                type.encoding() instanceof DataEncoding.OfString text
                        ? new TextCharset(text.charset(), text.byteOrder())
                        : null;
        Alarms alarms = Encodings.alarms(type);
        List<Criterion> contexts = new ArrayList<>();
        for (Alarms.Context context : alarms.contexts()) {
            contexts.add(criteria.plan(context.criteria(), type.qualifiedName()));
        }
        Operand offset = null;
        if (type instanceof ParameterType.OfTime time && time.offsetFrom().isPresent()) {
            offset =
                    criteria.operands()
                            .plan(time.offsetFrom().get(), type.qualifiedName())
                            .orElse(null);
        }
        return new TypeRules(charset, contexts, alarms, offset);
    }
}
