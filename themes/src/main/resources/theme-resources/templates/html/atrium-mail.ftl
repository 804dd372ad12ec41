<#-- What Atrium's mails are made of; the frame around them is that of the e-mail theme, whichever it is. -->
<#import "template.ftl" as layout>

<#macro page>
<@layout.emailLayout>
<p><#if personName??>${msg("atrium.mail.greeting", personName)}<#else>${msg("atrium.mail.greeting.nobody")}</#if></p>
<#nested>
</@layout.emailLayout>
</#macro>

<#macro fact label value>
<p style="margin: 0 0 16px;"><span class="atrium-quiet" style="color: #53605e; font-size: 14px;">${msg(label)}</span><br><strong>${value}</strong></p>
</#macro>

<#macro button label link>
<p style="margin: 24px 0;"><a class="atrium-button" href="${link}" style="display: inline-block; padding: 12px 24px; border-radius: 6px; background-color: ${mailColor!properties.mailColor!"#00665c"}; color: #ffffff; font-weight: 600; text-decoration: none;">${msg(label)}</a></p>
</#macro>

<#macro once until>
<p>${msg("atrium.mail.link.once", until)}</p>
</#macro>

<#macro copy link>
<@quiet>${msg("atrium.mail.link.copy")}<br><span dir="ltr" style="overflow-wrap: anywhere; word-break: break-all;">${link}</span></@quiet>
</#macro>

<#macro quiet>
<p class="atrium-quiet" style="margin: 16px 0 0; color: #53605e; font-size: 14px;"><#nested></p>
</#macro>
