<#ftl output_format="plainText">
<#import "atrium-mail.ftl" as mail>
<@mail.page>
<#if inviterName??>${msg("atrium.mail.invitation.invited", inviterName, projectName)}<#else>${msg("atrium.mail.invitation.intro", projectName)}</#if>

${msg("atrium.mail.fact", msg("atrium.mail.profile"), profileName)}

<#if ownWords??>
${msg("atrium.mail.invitation.words")}

${ownWords}

</#if>
${msg("atrium.mail.invitation.button")}

${link}

${msg("atrium.mail.link.once", linkUntil)}

${msg("atrium.mail.invitation.unexpected")}
</@mail.page>
