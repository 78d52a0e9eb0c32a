// Makes the script of the desk, the map data of its figures, and the licences of what is in them.
// Usage: node build.js FOLDER

import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { build } from "esbuild";

const DATA = "world-atlas"; // copied, not bundled

const folder = argv[2] ?? "dist";

const result = await build({
  entryPoints: { desk: "src/desk.ts" },
  outdir: folder,
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  legalComments: "none", // all licences are in third-party.txt
  banner: {
    js: "/* Rashomon, Apache License 2.0; contains what third-party.txt beside it names */",
  },
  metafile: true,
  logLevel: "warning",
});
await copyFile(`node_modules/${DATA}/countries-50m.json`, join(folder, "world.json"));
await writeFile(join(folder, "third-party.txt"), await notices(bundled(result.metafile)));

/** Returns the names of the packages that something of is in the bundle, in order. */
function bundled(metafile) {
  const names = new Set([DATA]);
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (name && bytesInOutput) names.add(name);
    }
  }
  return [...names].sort();
}

/** Returns the text that names packages, with their versions and licences. */
async function notices(names) {
  const parts = await Promise.all(names.map(notice));
  const head = "The script of the desk and its map data hold parts of these works.\n";
  return [head, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

async function notice(name) {
  const root = join("node_modules", name);
  const { version, license, homepage } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  const file = (await readdir(root)).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no file that says its licence`);
  const text = await readFile(join(root, file), "utf8");
  return `${name} ${version} (${license})\n${homepage ?? ""}\n\n${text.trim()}\n`;
}
