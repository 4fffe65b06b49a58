// The two places a page is opened from: the site under a sub-path, and the offline file on disk.
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";

export const built = fileURLToPath(new URL("../../target/trunk", import.meta.url));

export const places = {
  http: async (options = {}) => {
    const { server, address } = await serve(built, { prefix: "/some/sub-path/", ...options });
    return { address, origin: address, close: () => server.close() };
  },
  // From disk nothing may be asked for but the file itself.
  "file://": async () => {
    const address = pathToFileURL(join(built, "gouji.html")).href;
    return { address, origin: address, close: () => {} };
  },
};
