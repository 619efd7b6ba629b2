import type { SchemaFile } from '../../rules/rule.ts';
import type { Page } from '../../wiki/page.ts';
import { readYaml } from '../../wiki/schema/yaml-tree.ts';
import type { FilePlace } from './places.ts';

/** Where the wiki's configuration says what pages of this type look like; undefined where only the preset does. */
export function typeDefinition({ typeName }: Page, file: SchemaFile | undefined): FilePlace | undefined {
  if (!file || typeName === undefined) return undefined;
  const types = readYaml(file.text).root?.fields?.find(({ key }) => key === 'pages')?.value.fields;
  const type = types?.find(({ key }) => key === typeName);
  return type && { path: file.path, span: type.keySpan };
}
