<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#global title = msg("atrium.page", msg(refusal + ".title"), title!)>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg(refusal + ".title")}
  <#elseif section = "form">
    <p class="atrium-text">${msg(refusal + ".text", clientName)}</p>
    <form id="atrium-refused" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" name="back" label="atrium.refused.back"/>
        <@buttons.buttonLink id="atrium-other" href=url.loginRestartFlowUrl label="atrium.refused.other"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
