// What the app tells in order, by name.
function named(counts) {
  var names = ["figures", "verified", "conflicting", "single", "unchecked", "excluded", "errors", "suspects", "notes"];
  var given = {};
  names.forEach(function (name, at) {
    given[name] = counts[at];
  });
  return given;
}

function finding(row) {
  return { code: row[0], severity: ["error", "suspect", "note"][row[1]], title: row[2], message: row[3] };
}
