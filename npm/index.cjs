// For `require` in Node: the engine, which reads its modules from beside this file when they are first wanted.
"use strict";

const { readFile } = require("node:fs/promises");
const { join } = require("node:path");
const gouji = require("./engine.js");

gouji.from((file) => readFile(join(__dirname, file)));
module.exports = gouji;
