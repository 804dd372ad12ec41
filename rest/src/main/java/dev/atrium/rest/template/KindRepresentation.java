package dev.atrium.rest.template;

import dev.atrium.core.mail.TemplateVariable;
import java.util.List;
import java.util.Map;

/** A kind of mail as JSON, with what its templates may name. */
record KindRepresentation(String kind, List<TemplateVariable> variables) {
    static List<KindRepresentation> of(Map<String, List<TemplateVariable>> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> new KindRepresentation(kind.getKey(), kind.getValue()))
                .toList();
    }
}
