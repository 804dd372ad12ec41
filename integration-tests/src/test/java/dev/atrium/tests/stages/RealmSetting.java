package dev.atrium.tests.stages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.util.function.Consumer;

/**
 * A setting that all tests share, changed for one of them and put back at its end.
 *
 * @param path where the admin REST reads and writes it; empty for the realm itself
 */
record RealmSetting(Admin admin, String path, Consumer<ObjectNode> change) {
    static RealmSetting stagesActionOff(Admin admin) {
        return new RealmSetting(
                admin, "authentication/required-actions/atrium-stages", action -> action.put("enabled", false));
    }

    void during(Runnable test) {
        JsonNode before = admin.read(path);
        ObjectNode after = before.deepCopy();
        change.accept(after);
        admin.update(path, after);
        try {
            test.run();
        } finally {
            admin.update(path, before);
        }
    }
}
