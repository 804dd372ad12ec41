package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.authenticators.stage.StageContext;
import java.util.List;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * What the pages of all ways have in common.
 *
 * @param titleKey message key of the heading
 * @param textKey message key of what the project asks for; it gets the project's name
 * @param others the other ways to choose from
 * @param another whether there is another role to choose
 * @param error message key of what went wrong before; empty if nothing did
 */
public record WayPage(
        String titleKey,
        String textKey,
        String project,
        String clientName,
        List<Choice> others,
        boolean another,
        String error) {
    /** A button. */
    public record Choice(String id, String label) {}

    static WayPage of(StageContext context, Question question, String error) {
        return new WayPage(
                question.titleKey(),
                question.textKey(),
                question.active().project().name(),
                ClientName.of(context.authSession().getClient()),
                List.of(),
                question.another(),
                error);
    }

    WayPage with(List<Way> ways) {
        List<Choice> choices =
                ways.stream().map(way -> new Choice(way.id(), way.label())).toList();
        return new WayPage(titleKey, textKey, project, clientName, choices, another, error);
    }

    LoginFormsProvider form(StageContext context) {
        LoginFormsProvider form = context.page().setAttribute("way", this);
        return error.isEmpty() ? form : form.setError(error);
    }
}
