<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p id="instruction1" class="instruction">${msg("atrium.expired.text")}</p>
    <@buttons.actionGroup>
      <@buttons.buttonLink id="loginContinueLink" href=url.loginAction label="doContinue" class=["kcButtonPrimaryClass", "kcButtonBlockClass"]/>
      <@buttons.buttonLink id="loginRestartLink" href=url.loginRestartFlowUrl label="atrium.expired.again"/>
    </@buttons.actionGroup>
  </#if>
</@layout.registrationLayout>
