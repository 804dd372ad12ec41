package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas in {@code docs/webhooks/}. */
final class Schemas {
    private Schemas() {}

    /** The webhook is as the schema of its subject says, and knows nothing that the schema does not. */
    static void assertFits(ReceivedWebhook webhook) {
        String subject = webhook.type().substring(0, webhook.type().indexOf('.'));
        assertThat(schema(subject)
                        .validate(
                                webhook.text(),
                                InputFormat.JSON,
                                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .as(webhook.text())
                .isEmpty();
    }

    private static JsonSchema schema(String subject) {
        Path file = Checkout.file("docs/webhooks/" + subject + ".v1.schema.json");
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
