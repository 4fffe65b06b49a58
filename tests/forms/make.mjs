// Writes the forms again, with LibreOffice: `node tests/forms/make.mjs`. What it writes is kept with the tests, so that these
// need no LibreOffice.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { page, withOffice, workbook } from "../office.mjs";
import { consistent, content, faulty, sheets, title } from "./forms.mjs";

const paper = "@page { size: A4; margin: 2cm } body { font-size: 10pt } td, th { padding: 1pt }";
const sets = { consistent, faulty };

withOffice(dirname(fileURLToPath(import.meta.url)), ({ write, convert, keep }) => {
  for (const [name, tables] of Object.entries(sets)) {
    write(`${name}.html`, page(title, content(tables), paper));
    write(`${name}.fods`, workbook(tables, (table) => table.above[0]));
    convert(`${name}.html`, "odt", "HTML (StarWriter)");
    convert(`${name}.odt`, "docx:MS Word 2007 XML");
    convert(`${name}.fods`, "xlsx:Calc MS Excel 2007 XML");
    keep(`${name}.docx`);
    keep(`${name}.xlsx`);
    // The same forms with no title but the names of their sheets.
    const untitled = tables.map((table, index) => ({ ...table, title: undefined, above: ["单位：万元"], sheet: sheets[index] }));
    write(`${name}-sheets.fods`, workbook(untitled, (table) => table.sheet));
    for (const format of ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods"]) {
      convert(`${name}-sheets.fods`, format);
      keep(`${name}-sheets.${format.split(":")[0]}`);
    }
  }
});
