package dev.atrium.setup.people;

import dev.atrium.setup.change.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Whom a setup would keep from signing in as they do now: that is counted before anything is done, and refused unless it
 * is wanted.
 */
public final class LockOut {
    /** What people call a kind of second factor, and the steps that ask for it. */
    private static final Map<String, List<String>> SECOND_FACTORS = new LinkedHashMap<>(Map.of(
            "otp", List.of("auth-otp-form", "conditional-otp-form"),
            "webauthn", List.of("webauthn-authenticator"),
            "recovery-authn-codes", List.of("auth-recovery-authn-code-form")));

    private static final Map<String, String> NAMES = Map.of(
            "otp", "an authenticator app", "webauthn", "a security key", "recovery-authn-codes", "recovery codes");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PeopleCounts people;

    public LockOut(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.people = new PeopleCounts(session, realm);
    }

    /**
     * Adds an obstacle for each kind of people who could no longer sign in as they do, or a remark where that is wanted.
     *
     * @param steps of the flow in which people sign in
     */
    public void plan(List<String> steps, boolean wanted, Draft draft) {
        Stream.of(nameless(), boundToProviders())
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentence -> {
                    if (wanted) {
                        draft.remark(sentence);
                    } else {
                        draft.obstacle(sentence + " If that is wanted, send \"acceptLockOut\": true.");
                    }
                });
        SECOND_FACTORS.forEach((type, askedBy) -> {
            long count = steps.stream().anyMatch(askedBy::contains) ? 0 : people.withCredential(type);
            if (count > 0) {
                draft.remark(
                        people(count) + " " + NAMES.get(type) + ", which the browser flow does not ask for, neither now"
                                + " nor after the setup. Add the step " + askedBy.get(0) + " to it to have it count.");
            }
        });
    }

    /** Where only addresses are taken for names. */
    private String nameless() {
        boolean addressesOnly = realm.isLoginWithEmailAllowed() && realm.isRegistrationEmailAsUsername();
        long count = addressesOnly ? people.withoutAddress() : 0;
        return count == 0
                ? ""
                : people(count)
                        + " no e-mail address, and this realm takes only addresses on Atrium's first page: switch off"
                        + " Email as username, or give them an address.";
    }

    private String boundToProviders() {
        List<IdentityProviderModel> providers = session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(provider -> provider.isEnabled() && provider.getOrganizationId() != null)
                .filter(provider -> organization(provider.getOrganizationId()).isEnabled())
                .toList();
        List<String> aliases =
                providers.stream().map(IdentityProviderModel::getAlias).toList();
        long count = people.linkedTo(aliases)
                + providers.stream()
                        .flatMap(this::domains)
                        .distinct()
                        .mapToLong(domain -> people.ofDomain(domain, aliases))
                        .sum();
        return count == 0
                ? ""
                : people(count)
                        + " a password or a passkey and would have to sign in with the identity provider of their"
                        + " organization (" + String.join(", ", aliases)
                        + "): unlink it from the organization to keep their"
                        + " passwords, or write a rule for their domain after the setup.";
    }

    private Stream<String> domains(IdentityProviderModel provider) {
        String pattern = provider.getConfig().getOrDefault(OrganizationModel.ORGANIZATION_DOMAIN_ATTRIBUTE, "");
        return organization(provider.getOrganizationId())
                .getDomains()
                .map(OrganizationDomainModel::getName)
                .filter(domain -> pattern.equals("ANY")
                        || pattern.equals(domain)
                        || (pattern.startsWith("*.")
                                && (domain.endsWith(pattern.substring(1)) || domain.equals(pattern.substring(2)))));
    }

    private OrganizationModel organization(String id) {
        return session.getProvider(OrganizationProvider.class).getById(id);
    }

    private static String people(long count) {
        return count == 1 ? "1 person has" : count + " people have";
    }
}
