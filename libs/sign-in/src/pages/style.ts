/** The one style sheet of the pages. */
export const STYLE = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; padding: 24px 16px;
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 24px;
  color: #2b2523; background: #f4f1ec linear-gradient(#7d1a16, #7d1a16) 0 0 / 100% 8px no-repeat;
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif;
}
p, h1, fieldset { margin: 0; padding: 0; border: 0; }
header { display: grid; grid-template-columns: auto auto; column-gap: 14px; align-items: center; }
.mark {
  grid-row: span 2; width: 56px; height: 56px; border-radius: 8px;
  display: grid; place-items: center; color: #fff; background: #9d2019; font-size: 30px; line-height: 1;
}
.name { font-size: 22px; font-weight: 700; letter-spacing: .3em; line-height: 1.3; }
.motto { color: #6b615c; font-size: 14px; line-height: 1.4; }
main {
  width: 100%; max-width: 440px; padding: 32px;
  background: #fff; border: 1px solid #e3dcd4; border-radius: 10px; box-shadow: 0 8px 28px rgb(60 30 20 / 8%);
}
h1 { margin-bottom: 20px; font-size: 20px; line-height: 1.4; }
.steps { display: flex; gap: 8px; margin: 0 0 24px; padding: 0; list-style: none; font-size: 14px; color: #6b615c; }
.steps li { flex: 1; padding-top: 8px; border-top: 3px solid #e3dcd4; }
.steps li[aria-current] { color: #7d1a16; border-color: #9d2019; font-weight: 600; }
.steps li.done { border-color: #9d2019; }
form { display: grid; gap: 18px; }
label { display: grid; gap: 6px; font-size: 15px; font-weight: 600; }
input, select {
  width: 100%; height: 46px; padding: 0 12px; color: inherit; background: #fff;
  border: 1px solid #a89d95; border-radius: 6px; font: inherit; font-weight: 400;
}
input.code { font-size: 24px; letter-spacing: .35em; font-variant-numeric: tabular-nums; }
button {
  height: 48px; border: 0; border-radius: 6px; cursor: pointer;
  color: #fff; background: #9d2019; font: inherit; font-weight: 600; letter-spacing: .1em;
}
button:hover { background: #7d1a16; }
button.quiet { height: 40px; color: #7d1a16; background: none; letter-spacing: 0; }
button.quiet:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid #d98a2b; outline-offset: 2px; }
.hint, footer { color: #6b615c; font-size: 14px; }
.hint { font-weight: 400; }
.who { padding: 10px 14px; background: #f8f5f1; border-radius: 6px; }
.fault { margin-bottom: 18px; padding: 10px 14px; color: #7d1a16; background: #fbeceb; border-left: 4px solid #9d2019; border-radius: 4px; }
footer { max-width: 440px; text-align: center; }
@media (max-width: 480px) { main { padding: 24px 20px; } body { justify-content: flex-start; padding-top: 36px; } }
`.trimStart();

export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#9d2019"/>' +
  '<path d="M4 5h8M4 8h5M4 11h7" stroke="#fff" stroke-width="1.5"/></svg>';
