<#ftl output_format="plainText">
<#import "atrium-mail.ftl" as mail>
<@mail.page>
<#if inviterName??>${msg("atrium.mail.welcome.invited", inviterName, projectName)}<#else>${msg("atrium.mail.welcome.intro", projectName)}</#if>

${msg("atrium.mail.fact", msg("atrium.mail.profile"), profileName)}

<#if link??>
${msg("atrium.mail.welcome.password")}

${link}

${msg("atrium.mail.link.once", linkUntil)}
<#else>
${msg("atrium.mail.welcome.signin")}

${signInUrl}
</#if>

${msg("atrium.mail.unexpected")}
</@mail.page>
