<#import "atrium-mail.ftl" as mail>
<@mail.page>
<p><#if inviterName??>${msg("atrium.mail.welcome.invited", inviterName, projectName)}<#else>${msg("atrium.mail.welcome.intro", projectName)}</#if></p>
<@mail.fact label="atrium.mail.profile" value=profileName />
<#if link??>
<p>${msg("atrium.mail.welcome.password")}</p>
<@mail.button label="atrium.mail.welcome.password.button" link=link />
<@mail.once until=linkUntil />
<@mail.copy link=link />
<#else>
<p>${msg("atrium.mail.welcome.signin")}</p>
<@mail.button label="atrium.mail.signin.button" link=signInUrl />
<@mail.copy link=signInUrl />
</#if>
<@mail.quiet>${msg("atrium.mail.unexpected")}</@mail.quiet>
</@mail.page>
