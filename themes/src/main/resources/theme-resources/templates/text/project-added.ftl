<#ftl output_format="plainText">
<#import "atrium-mail.ftl" as mail>
<@mail.page>
<#if inviterName??>${msg("atrium.mail.project-added.invited", inviterName, projectName)}<#else>${msg("atrium.mail.project-added.intro", projectName)}</#if>

${msg("atrium.mail.fact", msg("atrium.mail.profile"), profileName)}

${msg("atrium.mail.project-added.signin")}

${signInUrl}

${msg("atrium.mail.unexpected")}
</@mail.page>
