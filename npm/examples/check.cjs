// The report object of a text as JSON: node examples/check.cjs 报告.txt
const { readFileSync } = require("node:fs");
const { check, exportJson } = require("gouji");

check(readFileSync(process.argv[2], "utf8"))
  .then((report) => exportJson(report))
  .then((json) => console.log(json))
  .catch((error) => {
    console.error(`${error.code}：${error.message}`);
    process.exitCode = 1;
  });
