// The headers that a server may send with the site, for the three servers that offices run.
// Every one of them sends the page's own policy, forbids guessing of types, and keeps frames of the page to the same site;
// embed.html is made to be framed, so whoever may frame it is named apart.
export function headers(policy) {
  const page = `${policy}; frame-ancestors 'self'`;
  return {
    "nginx.conf": nginx(page),
    "apache.htaccess": apache(page),
    "web.config": iis(page),
  };
}

const NOTE = "勾稽站点的响应头示例。把 PORTAL 换成允许用 iframe 嵌入 embed.html 的网站；没有则删去该段。 / Replace PORTAL by the site that may frame embed.html.";

const nginx = (policy) => `# ${NOTE}
# location 的路径按实际部署修改。 / Change the path of the location to yours.
location /gouji/ {
    types { text/html html; text/css css; text/javascript js; application/wasm wasm; application/json json; image/svg+xml svg; text/plain ts; }
    charset utf-8;
    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy no-referrer always;
    add_header Cache-Control no-cache always;
    add_header Content-Security-Policy "${policy}" always;
    location ~ /embed\\.html$ {
        add_header X-Content-Type-Options nosniff always;
        add_header Content-Security-Policy "frame-ancestors 'self' https://PORTAL" always;
    }
    # 这些文件由别的页面装载，或自带策略。 / What other pages load, or what brings its own policy.
    location ~ /(gouji\\.html|demo/.*|.*\\.(js|wasm|css))$ {
        add_header X-Content-Type-Options nosniff always;
        add_header Cache-Control no-cache always;
    }
}
`;

const apache = (policy) => `# ${NOTE}
# 存为站点文件夹中的 .htaccess（需要 mod_headers 和 mod_mime）。 / Save as .htaccess in the folder of the site.
AddType application/wasm .wasm
AddType text/javascript .js
AddType application/json .json
AddDefaultCharset utf-8
Header always set X-Content-Type-Options nosniff
Header always set Referrer-Policy no-referrer
Header always set Cache-Control no-cache
<Files "index.html">
    Header always set Content-Security-Policy "${policy}"
</Files>
<Files "embed.html">
    Header always set Content-Security-Policy "frame-ancestors 'self' https://PORTAL"
</Files>
`;

const iis = (policy) => `<?xml version="1.0" encoding="utf-8"?>
<!-- ${NOTE} -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
        <add name="Cache-Control" value="no-cache" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="index.html">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <add name="Content-Security-Policy" value="${policy}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
  <location path="embed.html">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <add name="Content-Security-Policy" value="frame-ancestors 'self' https://PORTAL" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
</configuration>
`;
