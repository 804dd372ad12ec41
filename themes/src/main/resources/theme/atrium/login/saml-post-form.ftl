<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("saml.post-form.title")}
  <#elseif section = "form">
    <p class="instruction">${msg("saml.post-form.message")}</p>
    <form id="saml-post-binding" name="saml-post-binding" class="${properties.kcFormClass!}" action="${samlPost.url}" method="post">
      <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"/></#if>
      <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"/></#if>
      <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"/></#if>
      <noscript>
        <p class="instruction">${msg("saml.post-form.js-disabled")}</p>
        <@buttons.actionGroup><@buttons.button id="kc-login" label="doContinue"/></@buttons.actionGroup>
      </noscript>
    </form>
    <script type="module">
      <#outputformat "JavaScript">
      document.getElementById("saml-post-binding").submit();
      </#outputformat>
    </script>
  </#if>
</@layout.registrationLayout>
