package dev.atrium.demo.fhir;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import dev.atrium.demo.fhir.search.Criterion;
import dev.atrium.demo.fhir.search.R4;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** Lists in the CapabilityStatement what {@link RecordProvider} searches by: clients look there before they search. */
@Interceptor
public final class SearchParametersInterceptor {
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void addTo(IBaseConformance statement) {
        ((CapabilityStatement) statement).getRestFirstRep().getResource().forEach(SearchParametersInterceptor::addTo);
    }

    private static void addTo(CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
        for (RuntimeSearchParam parameter :
                R4.context().getResourceDefinition(type).getSearchParams()) {
            if (Criterion.find(type, parameter.getName()).isPresent()) {
                resource.addSearchParam()
                        .setName(parameter.getName())
                        .setType(SearchParamType.fromCode(
                                parameter.getParamType().getCode()))
                        .setDocumentation(parameter.getDescription());
            }
        }
    }
}
