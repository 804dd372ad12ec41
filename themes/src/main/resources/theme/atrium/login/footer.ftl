<#macro content>
  <noscript>
    <ul class="atrium-links">
      <#if auth?? && auth.showUsername()><li><a href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></li></#if>
      <#if locale??><#list locale.supported as language>
        <li><a href="${language.url}" lang="${language.languageTag}">${language.label}</a></li>
      </#list></#if>
    </ul>
  </noscript>
</#macro>
