// npm run train: the tagger's model from the shared training sets, then its scores.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { binary, buildNative } from "./lib/core.mjs";
import { root, shared } from "./lib/paths.mjs";
import { entry, Problem, run } from "./lib/say.mjs";
import { setup } from "./setup.mjs";

await entry(async () => {
  const data = join(shared, "data");
  if (!existsSync(join(data, "ner", "train"))) throw new Problem(`no training sets under ${data}`);
  await setup("build");
  await buildNative();
  const settings = process.argv.slice(2);
  await run(binary, ["train", data, "--out", "model/tagger.bin", ...settings], { cwd: root });
  // The model is compiled in, so that its scores need the program anew.
  await buildNative();
  await run(binary, ["eval", data], { cwd: root });
});
