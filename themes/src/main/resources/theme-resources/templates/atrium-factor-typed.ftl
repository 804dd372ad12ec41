<#import "atrium-stage.ftl" as stage>
<#import "atrium-way.ftl" as ways>
<@ways.page>
  <form id="atrium-factor" action="${url.loginAction}" method="post">
    <div class="atrium-field">
      <label for="typed">${msg("atrium.factor.typed." + typed.type(), typed.number())}</label>
      <input id="typed" name="typed" type="${(typed.input() == "password")?then("password", "text")}" required autofocus
          <#if typed.input() == "numeric">inputmode="numeric"</#if> maxlength="256"
          autocomplete="${(typed.input() == "password")?then("current-password", (typed.input() == "numeric")?then("one-time-code", "off"))}"/>
    </div>
    <@stage.actions><@stage.primary id="kc-login" name="continue" label="doContinue"/></@stage.actions>
  </form>
</@ways.page>
