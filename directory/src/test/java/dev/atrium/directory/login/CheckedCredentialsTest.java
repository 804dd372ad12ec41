package dev.atrium.directory.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

class CheckedCredentialsTest {
    private final UserModel anna = person("anna");
    private final UserModel ben = person("ben");
    private final AuthenticationSessionModel signIn = signIn();

    @Nested
    class Given_that_two_credentials_of_one_person_were_checked {
        Given_that_two_credentials_of_one_person_were_checked() {
            CheckedCredentials.goOnAs(signIn, anna, false);
            check("password");
            check("otp");
        }

        @Test
        void they_are_theirs() {
            assertThat(CheckedCredentials.claim(signIn, anna)).containsExactly("password", "otp");
        }

        @Test
        void somebody_else_who_goes_on_has_none_of_them_and_no_step_of_Keycloaks_finds_them() {
            CheckedCredentials.goOnAs(signIn, ben, false);

            assertThat(CheckedCredentials.claim(signIn, ben)).isEmpty();
            assertThat(AuthenticatorUtil.getAuthnCredentials(signIn)).isEmpty();
        }

        @Test
        void what_somebody_else_shows_then_is_theirs() {
            CheckedCredentials.goOnAs(signIn, ben, false);
            check("password");

            assertThat(CheckedCredentials.claim(signIn, ben)).containsExactly("password");
        }

        @Test
        void they_stay_theirs_when_they_show_another() {
            CheckedCredentials.goOnAs(signIn, anna, true);
            check("webauthn");

            assertThat(CheckedCredentials.claim(signIn, anna)).containsExactly("password", "otp", "webauthn");
        }

        @Test
        void after_a_forgotten_password_they_are_nobodys() {
            CheckedCredentials.none(signIn);

            assertThat(CheckedCredentials.claim(signIn, anna)).isEmpty();
            assertThat(AuthenticatorUtil.getAuthnCredentials(signIn)).isEmpty();
        }
    }

    @Nested
    class Given_that_a_step_of_Keycloaks_checked_one_of_somebody_who_is_known {
        @Test
        void it_is_theirs() {
            check("otp");
            CheckedCredentials.goOnAs(signIn, anna, true);

            assertThat(CheckedCredentials.claim(signIn, anna)).containsExactly("otp");
        }
    }

    private void check(String type) {
        AuthenticatorUtil.addAuthCredential(signIn, type);
    }

    private static UserModel person(String id) {
        return as(UserModel.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getId" -> id;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** A sign-in that has notes, and nothing else. */
    private static AuthenticationSessionModel signIn() {
        Map<Object, Object> notes = new HashMap<>();
        return as(AuthenticationSessionModel.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAuthNote" -> notes.get(arguments[0]);
            case "setAuthNote" -> {
                notes.put(arguments[0], arguments[1]);
                yield null;
            }
            case "removeAuthNote" -> {
                notes.remove(arguments[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T as(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
