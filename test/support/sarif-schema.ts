import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The package that brings the schema of SARIF 2.1.0, of an older draft of JSON Schema than ours, and what reads that. */
const brought = createRequire(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'));

const Ajv = brought('ajv');
const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' });
ajv.addMetaSchema(brought('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(
  JSON.parse(readFileSync(brought.resolve('./lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')),
);

/** What is wrong with a log by the schema of SARIF 2.1.0; nothing where it is right. */
export function sarifProblems(log: object): readonly object[] {
  return validate(log) ? [] : validate.errors;
}
