// Files for the tests, and how they come into a page.
import { readFileSync } from "node:fs";

/** A file of one of the twins; its bytes travel to the page as base64. */
export const twin = (name) => ({ name, base64: readFileSync(new URL(`../twins/${name}`, import.meta.url)).toString("base64") });

/** A file that holds a text. */
export const plain = (name, text) => ({ name, base64: Buffer.from(text).toString("base64") });

/** Lets files go over the page the way a browser does. */
export const drop = (page, files) =>
  page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    const event = (kind) => new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event("dragover"));
    document.body.dispatchEvent(event("drop"));
  }, files);
