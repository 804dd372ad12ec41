<#import "atrium-another.ftl" as another>
<#import "atrium-brand.ftl" as brand>
<#macro content>
  <@brand.colours/>
  <#-- On Keycloak's own pages; those of Atrium have it themselves. -->
  <#if anotherWay?? && !ownPage??><div class="atrium-stage atrium-another"><@another.way/></div></#if>
  <@brand.help/>
  <noscript>
    <ul class="atrium-links">
      <#if auth?? && auth.showUsername()><li><a href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></li></#if>
      <#if locale??><#list locale.supported as language>
        <li><a href="${language.url}" lang="${language.languageTag}">${language.label}</a></li>
      </#list></#if>
    </ul>
  </noscript>
</#macro>
