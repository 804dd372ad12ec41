<#import "atrium-mail.ftl" as mail>
<@mail.page>
<p><#if inviterName??>${msg("atrium.mail.project-added.invited", inviterName, projectName)}<#else>${msg("atrium.mail.project-added.intro", projectName)}</#if></p>
<@mail.fact label="atrium.mail.profile" value=profileName />
<p>${msg("atrium.mail.project-added.signin")}</p>
<@mail.button label="atrium.mail.signin.button" link=signInUrl />
<@mail.copy link=signInUrl />
<@mail.quiet>${msg("atrium.mail.unexpected")}</@mail.quiet>
</@mail.page>
