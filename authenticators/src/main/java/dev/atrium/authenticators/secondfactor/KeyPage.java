package dev.atrium.authenticators.secondfactor;

import com.webauthn4j.data.client.challenge.DefaultChallenge;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.support.note.FlowNote;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Base64Url;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * What the browser needs to ask for a key (Web Authentication, section 5.5).
 *
 * @param type of the credential, in Keycloak's words
 * @param keys the ids of the person's keys
 * @param timeout in seconds; 0 for the browser's own
 */
public record KeyPage(
        String type, String challenge, String rpId, String userVerification, int timeout, List<String> keys) {
    static final FlowNote<String> CHALLENGE = new FlowNote<>("atrium.key-challenge", text -> text, Optional::of);

    static KeyPage of(StageContext context, KeyWay way) {
        String challenge = Base64Url.encode(new DefaultChallenge().getValue());
        CHALLENGE.put(context.authSession(), challenge);
        WebAuthnPolicy policy = policy(context, way);
        List<String> keys = context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(way.type())
                .map(WebAuthnCredentialModel::createFromCredentialModel)
                .map(key -> Base64Url.encodeBase64ToBase64Url(
                        key.getWebAuthnCredentialData().getCredentialId()))
                .toList();
        return new KeyPage(
                way.type(),
                challenge,
                rpId(context, policy),
                verification(way, policy),
                policy.getCreateTimeout(),
                keys);
    }

    static WebAuthnPolicy policy(StageContext context, KeyWay way) {
        RealmModel realm = context.authSession().getRealm();
        return way == KeyWay.PASSKEY ? realm.getWebAuthnPolicyPasswordless() : realm.getWebAuthnPolicy();
    }

    static String rpId(StageContext context, WebAuthnPolicy policy) {
        String own = policy.getRpId();
        return own == null || own.isEmpty()
                ? context.session().getContext().getUri().getBaseUri().getHost()
                : own;
    }

    /** A passkey that is asked for here is two factors: the person has it, and shows it who they are. */
    static String verification(KeyWay way, WebAuthnPolicy policy) {
        return way == KeyWay.PASSKEY
                ? Constants.WEBAUTHN_POLICY_OPTION_REQUIRED
                : policy.getUserVerificationRequirement();
    }
}
