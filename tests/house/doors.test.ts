import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { addressTable } from './addresses.ts';
import { readSources } from './source-tree.ts';

const staffDoors = ['forStaff', 'forOfficers', 'forStaffAndOfficers'];
const doors = ['forAnyone', 'forReaders', 'forMembers', 'forPrograms', ...staffDoors];

type Guarded = { file: string; name: string; door: string | null };

/** How each exported loader and action of a route file is built: the function called to make it. */
function guardsOf(file: string): Guarded[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Guarded[] = [];
  for (const statement of source.statements) {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (exported && ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        const name = declaration.name.getText(source);
        if (name !== 'loader' && name !== 'action') continue;
        const made = declaration.initializer;
        found.push({ file, name, door: made && ts.isCallExpression(made) ? made.expression.getText(source) : null });
      }
    }
    if (exported && ts.isFunctionDeclaration(statement) && /^(loader|action)$/.test(statement.name?.text ?? '')) {
      found.push({ file, name: statement.name!.text, door: null });
    }
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const one of statement.exportClause.elements) {
        if (/^(loader|action)$/.test(one.name.text)) found.push({ file, name: one.name.text, door: null });
      }
    }
  }
  return found;
}

const table = addressTable(routes);
const guards = [...new Set(table.map((row) => row.file)), 'app/root.tsx'].flatMap(guardsOf);

describe('doors', () => {
  test('every loader and action is built by a door', () => {
    expect(guards.length).toBeGreaterThan(60);
    expect(guards.filter((guard) => guard.door === null || !doors.includes(guard.door))).toEqual([]);
  });

  test('everything under /quan-tri/ is behind a staff or officer door', () => {
    const files = new Set(
      table.filter((row) => row.address.startsWith('/quan-tri/') || row.address === '/quan-tri').map((row) => row.file),
    );
    expect(guards.filter((guard) => files.has(guard.file) && !staffDoors.includes(guard.door ?? ''))).toEqual([]);
  });

  test('every file under routes/ that exports a loader, an action or a page has an address', () => {
    const reached = new Set(table.map((row) => row.file));
    const pages = readSources().filter(
      (file) =>
        file.name.startsWith('app/routes/') &&
        /export (const|function|async function|\{[^}]*) ?(loader|action|default)|export default/.test(file.text),
    );
    expect(pages.map((file) => file.name).filter((name) => !reached.has(name))).toEqual([]);
  });
});
