<#-- Whose page it is, beside the name in its head: the colours of the project, over those of the theme. -->
<#macro colours>
  <#if (look.colours())??>
    <@shades where=":root" of=look.colours().light()/>
    <@shades where=".pf-v5-theme-dark" of=look.colours().dark()/>
  </#if>
</#macro>

<#macro shades where of>
  <style>
    ${where} {
      --atrium-accent: ${of.accent()}; --atrium-accent-hover: ${of.accentHover()};
      --atrium-button: ${of.button()}; --atrium-button-hover: ${of.buttonHover()}; --atrium-button-text: #fff;
      --atrium-chosen: ${of.chosen()}; --atrium-page: ${of.page()};
    }
  </style>
</#macro>

<#-- Whom people ask who cannot go on. -->
<#macro help>
  <#if (look.help())??>
    <p class="atrium-help">${msg("atrium.help")} <a href="${look.help().href()}"><bdi>${look.help().text()}</bdi></a></p>
  </#if>
</#macro>
