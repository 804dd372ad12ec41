<#import "atrium-mail.ftl" as mail>
<@mail.page>
<p><strong>${notice}</strong></p>
<@mail.fact label="atrium.mail.security-notice.when" value=when />
<#if ipAddress??><@mail.fact label="atrium.mail.security-notice.ip" value=ipAddress /></#if>
<#if byAdministrator>
<p>${msg("atrium.mail.security-notice.admin")} ${msg("atrium.mail.security-notice.question")}</p>
<#else>
<p>${msg("atrium.mail.security-notice.stranger")}</p>
</#if>
</@mail.page>
