<#ftl output_format="plainText">
<#macro page>
<#if personName??>${msg("atrium.mail.greeting", personName)}<#else>${msg("atrium.mail.greeting.nobody")}</#if>

<#nested>

${msg("atrium.mail.realm", mailSender!realmName)}
</#macro>
