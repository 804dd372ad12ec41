<#ftl output_format="plainText">
<#import "atrium-mail.ftl" as mail>
<@mail.page>
${msg("atrium.mail.email-code.intro")}

${code}

${msg("atrium.mail.email-code.until", linkExpiration)}

${msg("atrium.mail.email-code.link")}

${link}

${msg("atrium.mail.email-code.unexpected")}
</@mail.page>
