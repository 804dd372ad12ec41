<#ftl output_format="plainText">
<#import "atrium-mail.ftl" as mail>
<@mail.page>
${notice}

${msg("atrium.mail.fact", msg("atrium.mail.security-notice.when"), when)}
<#if ipAddress??>
${msg("atrium.mail.fact", msg("atrium.mail.security-notice.ip"), ipAddress)}
</#if>

<#if byAdministrator>
${msg("atrium.mail.security-notice.admin")} ${msg("atrium.mail.security-notice.question")}
<#else>
${msg("atrium.mail.security-notice.stranger")}
</#if>
</@mail.page>
