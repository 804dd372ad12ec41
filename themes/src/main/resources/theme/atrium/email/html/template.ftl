<#-- The look of every mail: one column, no pictures but the logo of a project, light and dark, left to right and right to left. -->
<#macro emailLayout>
<#local direction = ltr?then("ltr", "rtl")>
<#local color = mailColor!properties.mailColor!"#00665c">
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject!realmName}</title>
<style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { margin: 0; padding: 0; }
  p { margin: 0 0 16px; }
  a { color: ${color}; }
  a[href*="/login-actions/"], .atrium-button {
    display: inline-block; padding: 12px 24px; border-radius: 6px; font-weight: 600; overflow-wrap: anywhere;
    color: #fff !important; background-color: ${color} !important; text-decoration: none; }
  @media (max-width: 480px) {
    .atrium-page { padding: 0 !important; }
    .atrium-card { padding: 24px 20px !important; border-radius: 0 !important; }
    .atrium-sender { padding: 20px !important; } }
  @media (prefers-color-scheme: dark) {
    body, .atrium-page { background-color: #0d1514 !important; color: #e3eeec !important; }
    .atrium-card { background-color: #18211f !important; color: #e3eeec !important; }
    .atrium-sender { color: #e3eeec !important; }
    .atrium-quiet { color: #b9c4c2 !important; }
    .atrium-words { background-color: #1d3330 !important; }
    a { color: #5fd0c2; } }
</style>
</head>
<body style="margin: 0; padding: 0; background-color: #e9f0ef;">
<div class="atrium-page" lang="${locale.toLanguageTag()}" dir="${direction}" style="padding: 24px 12px; background-color: #e9f0ef; color: #12302d; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; overflow-wrap: anywhere;">
<div class="atrium-sender" style="max-width: 560px; margin: 0 auto; padding: 0 8px 16px; color: #12302d; font-size: 18px; font-weight: 600;"><#if mailLogo??><img src="${mailLogo}" alt="" style="display: block; max-width: 240px; max-height: 64px; margin: 0 0 8px;"></#if>${mailSender!realmName}</div>
<div class="atrium-card" style="max-width: 560px; margin: 0 auto; padding: 32px; box-sizing: border-box; border-radius: 8px; border-top: 4px solid ${color}; background-color: #ffffff; color: #12302d;">
<#if subject??><h1 style="margin: 0 0 20px; font-size: 22px; line-height: 1.3; font-weight: 600;">${subject}</h1></#if>
<#nested>
</div>
</div>
</body>
</html>
</#macro>
