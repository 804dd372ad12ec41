// Tells assistive technology which page of Keycloak's it is, and which field a label and an error message belong to, and has
// the keyboard go through a page in the order in which it is read, and fit what is typed.
document.addEventListener("DOMContentLoaded", () => {
  const words = id => document.getElementById(id)?.innerText.trim().replace(/\s+/g, " ") ?? "";
  const heading = words("kc-page-title");
  const whose = words("kc-header-wrapper");
  if (heading && !document.title.includes(heading)) document.title = whose ? `${heading} – ${whose}` : heading;
  else if (!document.title.includes(whose)) document.title += ` – ${whose}`;

  for (const label of document.querySelectorAll("label[for]")) {
    if (!document.getElementById(label.htmlFor)) {
      const field = label.closest(".pf-v5-c-form__group")?.querySelector("input:not([type=hidden])");
      if (field?.id) label.htmlFor = field.id;
    }
  }

  for (const element of document.querySelectorAll("[tabindex]")) {
    if (element.tabIndex > 0) element.removeAttribute("tabindex");
  }

  // A phone shows the keyboard that has an @, and leaves the first letter as it is typed.
  const name = document.getElementById("username");
  if (name) Object.assign(name, {inputMode: "email", autocapitalize: "none", spellcheck: false});

  const attempted = document.getElementById("kc-attempted-username");
  const label = attempted?.closest(".pf-v5-c-form__group")?.querySelector("label");
  label?.setAttribute("for", attempted.id);

  for (const error of document.querySelectorAll("[id^='input-error-']:not([id^='input-error-container-'])")) {
    const named = {"input-error-otp-code": "totp", "input-error-otp-label": "userLabel"};
    const field = document.getElementById(named[error.id] ?? error.id.slice("input-error-".length));
    const others = field?.getAttribute("aria-describedby") ?? "";
    field?.setAttribute("aria-describedby", `${others} ${error.id}`.trim());
  }
});
