<#import "atrium-mail.ftl" as mail>
<@mail.page>
<p><#if inviterName??>${msg("atrium.mail.invitation.invited", inviterName, projectName)}<#else>${msg("atrium.mail.invitation.intro", projectName)}</#if></p>
<@mail.fact label="atrium.mail.profile" value=profileName />
<#if ownWords??>
<p>${msg("atrium.mail.invitation.words")}</p>
<p class="atrium-words" style="margin: 0 0 16px; padding: 12px 16px; border-radius: 6px; background-color: #eef7f5; white-space: pre-line;">${ownWords}</p>
</#if>
<@mail.button label="atrium.mail.invitation.button" link=link />
<@mail.once until=linkUntil />
<@mail.copy link=link />
<@mail.quiet>${msg("atrium.mail.invitation.unexpected")}</@mail.quiet>
</@mail.page>
