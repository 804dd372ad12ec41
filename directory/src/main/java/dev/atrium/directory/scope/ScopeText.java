package dev.atrium.directory.scope;

import dev.atrium.core.scope.Interaction;
import dev.atrium.core.scope.Interactions;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientScopeModel;

/** Says in the person's language what a scope means. */
public record ScopeText(Messages messages, Map<String, ClientScopeModel> clientScopes) {
    /** The theme's messages; a key that is not there comes back as it is. */
    public interface Messages {
        String get(String key, Object... parameters);
    }

    public String title(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            return resource.query().map(query -> granular(resource, query)).orElseGet(() -> type(resource));
        }
        String key = "atrium.scope." + scope.text().replace('/', '.');
        return known(key).orElseGet(() -> consentText(scope));
    }

    public String detail(Scope scope) {
        return scope instanceof ResourceScope resource
                ? verbs(resource.interactions())
                : known("atrium.scope." + scope.text().replace('/', '.') + ".detail")
                        .orElse("");
    }

    /** What it lets an app do, in sentences; empty if the title says it all. */
    public String explanation(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            String level = resource.level().text();
            String sentence = messages.get("atrium.scopes.long." + level, verbs(resource.interactions()), title(scope));
            return resource.type().isWildcard() ? sentence + " " + messages.get("atrium.scopes.long.future") : sentence;
        }
        return known("atrium.scope." + scope.text().replace('/', '.') + ".long").orElse("");
    }

    /** All of it in one line, for a list that says nothing else of it. */
    public String line(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            String whose = messages.get("atrium.scopes." + resource.level().text());
            return messages.get("atrium.scopes.listed", whose, title(scope), detail(scope));
        }
        return title(scope);
    }

    private String type(ResourceScope resource) {
        String name = resource.type().isWildcard() ? "any" : resource.type().name();
        return known("atrium.resource." + name).orElseGet(() -> messages.get("atrium.resource.unknown"));
    }

    /** Plain words for just one known category; of any other constraint nothing is left out, lest it seem narrower. */
    private String granular(ResourceScope resource, SearchQuery query) {
        return ResourceCategory.of(query)
                .flatMap(category -> known("atrium.resource." + resource.type().name() + "." + category.code()))
                .orElseGet(() -> messages.get(
                        "atrium.scopes.only",
                        type(resource),
                        new QueryText(messages, resource.type().name()).of(query)));
    }

    /** Reading and searching are one thing to whoever is asked. */
    private String verbs(Interactions interactions) {
        List<String> verbs = new ArrayList<>();
        if (interactions.contains(Interaction.READ) || interactions.contains(Interaction.SEARCH)) {
            verbs.add(messages.get("atrium.verb.see"));
        }
        addIf(verbs, interactions.contains(Interaction.CREATE), "atrium.verb.add");
        addIf(verbs, interactions.contains(Interaction.UPDATE), "atrium.verb.change");
        addIf(verbs, interactions.contains(Interaction.DELETE), "atrium.verb.delete");
        return verbs.stream()
                .reduce((all, next) -> messages.get("atrium.scopes.list", all, next))
                .orElse("");
    }

    private void addIf(List<String> verbs, boolean wanted, String key) {
        if (wanted) {
            verbs.add(messages.get(key));
        }
    }

    /** The text an admin gave the client scope, a message key in {@code ${}} or words; its name is none for people. */
    private String consentText(Scope scope) {
        return Optional.ofNullable(clientScopes.get(scope.text()))
                .flatMap(clientScope ->
                        Optional.ofNullable(clientScope.getAttribute(ClientScopeModel.CONSENT_SCREEN_TEXT)))
                .filter(text -> !text.isBlank())
                .flatMap(this::written)
                .orElseGet(() -> messages.get("atrium.scope.unknown"));
    }

    private Optional<String> written(String text) {
        boolean isKey = text.startsWith("${") && text.endsWith("}");
        return isKey ? known(text.substring(2, text.length() - 1)) : Optional.of(text);
    }

    private Optional<String> known(String key) {
        return Optional.of(messages.get(key)).filter(text -> !text.equals(key));
    }
}
