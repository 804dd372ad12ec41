<#-- Whose page it is, beside the name in its head: the colours of the project, over those of the theme. -->
<#macro colours>
  <#if (look.colours())??>
    <style>
      :root {<@shades of=look.colours().light()/>}
      .pf-v5-theme-dark {<@shades of=look.colours().dark()/>}
    </style>
  </#if>
</#macro>

<#macro shades of>
      --atrium-accent: ${of.accent()}; --atrium-accent-hover: ${of.accentHover()};
      --atrium-button: ${of.button()}; --atrium-button-hover: ${of.buttonHover()}; --atrium-button-text: #fff;
      --atrium-chosen: ${of.chosen()}; --atrium-page: ${of.page()};
</#macro>

<#-- Whom people ask who cannot go on. -->
<#macro help>
  <#if (look.help())??>
    <p class="atrium-help">${msg("atrium.help")} <a href="${look.help().href()}"><bdi>${look.help().text()}</bdi></a></p>
  </#if>
</#macro>
