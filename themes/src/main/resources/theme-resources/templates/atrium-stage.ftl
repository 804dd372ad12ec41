<#import "template.ftl" as layout>
<#import "atrium-brand.ftl" as brand>

<#-- A page of a stage, in whatever theme: it asks of that one no more than Keycloak's own pages do. -->
<#macro page heading>
  <#global ownPage = true>
  <#global title = msg("atrium.page", heading, title!)>
  <@layout.registrationLayout; section>
    <#if section = "header">
      <#assign headed = true>
      ${heading}
    <#elseif section = "show-username" && !headed??>
      <#-- Keycloak's older themes have no header where they show who signs in. -->
      <h1 id="kc-page-title">${heading}</h1>
    <#elseif section = "form">
      <link href="${url.resourcesPath}/css/atrium-stages.css" rel="stylesheet"/>
      <#-- Our theme says whose page it is on each of its pages, others nowhere. -->
      <#if !properties.atriumBrand?has_content><@brand.colours/></#if>
      <div class="atrium-stage">
        <#nested>
        <#if !properties.atriumBrand?has_content><@brand.help/></#if>
      </div>
    </#if>
  </@layout.registrationLayout>
</#macro>

<#macro actions>
  <div class="atrium-actions">
    <#nested>
  </div>
</#macro>

<#macro primary id name label>
  <button id="${id}" name="${name}" type="submit"
      class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg(label)}</button>
</#macro>

<#macro secondary id name label>
  <button id="${id}" name="${name}" type="submit" class="<@secondaryClass/>">${msg(label)}</button>
</#macro>

<#macro link id href label>
  <a id="${id}" href="${href}" class="<@secondaryClass/>">${msg(label)}</a>
</#macro>

<#macro secondaryClass>${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!}</#macro>
