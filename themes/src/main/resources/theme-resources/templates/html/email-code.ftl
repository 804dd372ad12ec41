<#import "atrium-mail.ftl" as mail>
<@mail.page>
<p>${msg("atrium.mail.email-code.intro")}</p>
<p style="margin: 0 0 16px; font-size: 32px; font-weight: 600; letter-spacing: 4px;"><span dir="ltr">${code}</span></p>
<p>${msg("atrium.mail.email-code.until", linkExpiration)}</p>
<p>${msg("atrium.mail.email-code.link")}</p>
<@mail.button label="atrium.mail.email-code.button" link=link />
<@mail.copy link=link />
<@mail.quiet>${msg("atrium.mail.email-code.unexpected")}</@mail.quiet>
</@mail.page>
