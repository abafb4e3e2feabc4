// What a strict TypeScript project writes against the package; compiled by the test, never run.

import {
  type AnnotationDocument,
  type Label,
  load,
  type NameProblem,
  NamesError,
  type Role,
} from "copydesk";

const desk = await load();
await load(new Uint8Array());
await load("https://example.org/copydesk.wasm");

const names = desk.names([
  { name: "Qvist Zorn", label: "PERSON", aliases: ["Q. Zorn"] },
  { pattern: "\\bAct \\d+", label: "LAW" },
]);
let day: string | undefined;
const document: AnnotationDocument = desk.annotate("text", {
  published: day,
  names,
  input: "text",
});
const label: Label | undefined = document.entities[0]?.label;
const role: Role | undefined = document.blocks.find((block) => block.keep)?.role;
const speaker: string | null | undefined = document.quotes[0]?.speaker;
const source: "caller" | string | undefined = document.sources.published;
const body: string = desk.extract(new ArrayBuffer(8), {
  published: document.published,
}).articleBody;

const tagged: { label: Label; confidence: number }[] = desk.tag("text", { names });
void tagged;

try {
  desk.names("name,label\n");
} catch (error) {
  if (error instanceof NamesError) {
    const problems: readonly NameProblem[] = error.problems;
    const entry: number | undefined = problems[0]?.entry;
    void entry;
  }
}

// @ts-expect-error: neither a string nor bytes
desk.annotate(5);
// @ts-expect-error: no such option
desk.annotate("text", { keepall: true });
// @ts-expect-error: no such input
desk.annotate("text", { input: "pdf" });
// @ts-expect-error: nothing is tagged here
desk.extract("text", { keepAll: true });
// @ts-expect-error: one of name and pattern must be there
desk.names([{ label: "LAW" }]);
// @ts-expect-error: a label the core does not have
const wrong: Label = "PERSN";

export { body, label, role, source, speaker, wrong };
