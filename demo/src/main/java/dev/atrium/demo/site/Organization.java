package dev.atrium.demo.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.atrium.demo.fhir.records.Records;
import java.net.URI;
import java.util.List;

/** An organization as people and apps know it, and its records. */
public record Organization(String alias, String name, URI base, Records records) {
    static ArrayNode json(List<Organization> organizations) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Organization each : organizations) {
            all.addObject().put("id", each.alias).put("name", each.name).put("url", each.base.toString());
        }
        return all;
    }
}
