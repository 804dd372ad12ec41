package dev.atrium.demo.fhir;

import ca.uhn.fhir.model.primitive.InstantDt;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search. The links of the bundle name the place of the next page and not a stored result, so every page is
 * searched for with the authority of who asks for it.
 */
record ResultPage(List<? extends Resource> found, int offset, int length) implements IBundleProvider {
    @Override
    public Integer getCurrentPageOffset() {
        return offset;
    }

    @Override
    public Integer getCurrentPageSize() {
        return length;
    }

    @Override
    public List<IBaseResource> getResources(int from, int to) {
        int start = Math.min(offset, found.size());
        return List.copyOf(found.subList(start, Math.min(start + length, found.size())));
    }

    @Override
    public IPrimitiveType<Date> getPublished() {
        return InstantDt.withCurrentTime();
    }

    @Override
    public @Nullable String getUuid() {
        return null;
    }

    @Override
    public Integer preferredPageSize() {
        return length;
    }

    @Override
    public Integer size() {
        return found.size();
    }
}
