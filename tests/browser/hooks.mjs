// What the tests hold on to in the page; nothing else of its markup is known to them.
const of = (name) => `[data-testid="${name}"]`;

export const INPUT = of("input");
export const SAMPLE = of("sample");
export const FINDING = of("finding");
export const WORKING = of("working");
export const LANGUAGE = of("language");
export const THEME = of("theme");
export const REPORT_TEXT = of("report-text");
export const MARK = "mark[data-finding]";
export const LEDGER = of("ledger");
export const ENGINE_STATE = of("engine-state");
export const OPEN = of("open");
export const FILE = of("file");
export const PENDING = of("pending");
export const STOP = of("stop");
export const FAILURE = of("failure");
export const RETRY = of("retry");
export const READING = of("reading");
export const NOTICE = of("notice");
export const DESK = of("desk");
export const SCREEN = (at) => `.screens button:nth-child(${at})`;
export const indicator = (name) => of(name);
export const TABLE = `${REPORT_TEXT} table`;
export const DECISION = of("decision");
export const RESTING = of("resting");
