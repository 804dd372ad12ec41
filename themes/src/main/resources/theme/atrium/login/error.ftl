<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("errorTitle")}
  <#elseif section = "form">
    <div id="kc-error-message">
      <p class="instruction">${kcSanitize(message.summary)?no_esc}</p>
      <#if traceId??><p class="instruction" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
      <#if !skipLink??>
        <#if (client.baseUrl)?has_content>
          <p class="instruction"><a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
        <#else>
          <p class="instruction">${msg("atrium.error.app")}</p>
        </#if>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
