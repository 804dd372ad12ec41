package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.scope.ScopeText;
import dev.atrium.support.note.KeycloakNotes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.OAuth2DeviceUserCodeProvider;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;

/**
 * What a person decides on for a device: which app, as whom, what it gets, and by which code it is known (RFC 8628,
 * sections 3.3.1 and 5.4).
 *
 * @param app who makes it, as far as is known
 * @param typeKey message key of the kind of profile the person acts as
 * @param label of the profile; empty if it has none
 */
public record DevicePage(
        AskingApp app, String userCode, String project, String typeKey, String label, List<Group> groups) {
    /**
     * What is granted about one thing.
     *
     * @param titleKey message key
     * @param name whose record it is; empty where the message has none
     */
    public record Group(String titleKey, String name, List<Line> lines) {}

    /**
     * One scope.
     *
     * @param detail what may be done with it; empty if the title says it all
     */
    public record Line(String title, String detail) {}

    /** Nothing where the stages have decided nothing. */
    public static Optional<DevicePage> of(LoginRequest request, ScopeText.Messages messages) {
        String userCode = request.authSession().getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE);
        return Optional.ofNullable(userCode)
                .filter(code -> request.concernsProject() && request.isDone())
                .flatMap(code -> request.membership().map(active -> page(request, active, code, messages)));
    }

    private static DevicePage page(
            LoginRequest request, ActiveMembership active, String userCode, ScopeText.Messages messages) {
        Membership membership = active.membership();
        GrantableScopes grantable = GrantableScopes.of(request, active);
        return new DevicePage(
                AskingApp.of(request.authSession().getClient()),
                request.session()
                        .getProvider(OAuth2DeviceUserCodeProvider.class)
                        .display(userCode),
                active.project().name(),
                "atrium.profile.type." + membership.profile().type().resourceType(),
                membership.label().orElse(""),
                groups(
                        granted(request, grantable),
                        new ScopeText(messages, grantable.clientScopes()),
                        RecordTitle.of(request.authSession(), grantable)));
    }

    /** What was granted of all that the consent screen of this request can hold; Keycloak grants the default scopes. */
    private static ScopeSet granted(LoginRequest request, GrantableScopes grantable) {
        ScopeSet written =
                ScopeSet.parse(KeycloakNotes.SCOPE.in(request.authSession()).orElse(""));
        ScopeSet asked = grantable.screen().asked();
        ScopeSet whole = asked.filter(
                scope -> written.contains(scope.text()) || grantable.byDefault().contains(scope.text()));
        ScopeSet parts = ScopeSet.of(written.resourceScopes()).filter(asked::covers);
        return whole.plus(parts.without(whole::covers));
    }

    private static List<Group> groups(ScopeSet granted, ScopeText words, RecordTitle record) {
        Map<ScopeTopic, List<Line>> byTopic = new EnumMap<>(ScopeTopic.class);
        for (Scope scope : granted.scopes()) {
            byTopic.computeIfAbsent(ScopeTopic.of(scope), topic -> new ArrayList<>())
                    .add(line(scope, words));
        }
        return byTopic.entrySet().stream()
                .map(entry -> entry.getKey() == ScopeTopic.PATIENT
                        ? new Group(record.key(), record.name(), entry.getValue())
                        : new Group(entry.getKey().titleKey(), "", entry.getValue()))
                .toList();
    }

    /** What the box of a launch scope would change is of no use where there are no boxes. */
    private static Line line(Scope scope, ScopeText words) {
        return new Line(words.title(scope), scope.kind() == ScopeKind.LAUNCH ? "" : words.detail(scope));
    }
}
