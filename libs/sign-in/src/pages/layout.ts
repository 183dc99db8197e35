import { html, type Html } from './html';

/** A whole page around its content: no script, nothing from elsewhere. */
export const page = (title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title} · 留痕</title>
        <link rel="icon" href="/oidc/icon.svg" />
        <link rel="stylesheet" href="/oidc/sign-in.css" />
      </head>
      <body>
        <header>
          <p class="mark" aria-hidden="true">痕</p>
          <p class="name">留痕</p>
          <p class="motto">审判监督管理全程留痕</p>
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
        <footer>本页只在示范安装中使用，人员均为虚构。正式部署由法院统一身份认证登录。</footer>
      </body>
    </html>`.text;
