// Proves that the check of the packages catches each thing it is there for, and lets honest ones pass.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examinePackages } from './packages.mjs';

const readme = '## Dependencies\n\n| good, one-model, -state | things |';
const sound = { integrity: 'sha512-x', license: 'MIT' };
const examined = (packages, dependencies = { good: '1.2.3' }) =>
  examinePackages({ packages: { '': {}, ...packages } }, { dependencies }, readme);

test('honest packages pass', () => {
  const packages = {
    'node_modules/good': sound,
    'node_modules/a/node_modules/choice': { ...sound, license: '(MPL-2.0 OR Apache-2.0)' },
    'node_modules/elkjs': { ...sound, license: 'EPL-2.0 OR GPL-3.0-or-later' },
    'node_modules/tool': { ...sound, license: 'GPL-3.0', dev: true },
    'node_modules/core-js': { ...sound, hasInstallScript: true },
  };
  assert.deepEqual(examined(packages, { good: '1.2.3', 'one-state': '1.0.0' }), []);
});

for (const [what, entry, said] of [
  ['no sum', { license: 'MIT' }, /no sum/u],
  ['a weak sum', { ...sound, integrity: 'sha1-x' }, /no sum/u],
  ['another place', { ...sound, resolved: 'git+ssh://git@example.org/x.git' }, /from elsewhere/u],
  ['a script', { ...sound, hasInstallScript: true }, /runs a script/u],
  ['a licence that binds', { ...sound, license: 'AGPL-3.0' }, /licence AGPL/u],
  ['two licences, one of which binds', { ...sound, license: 'MIT AND GPL-2.0' }, /licence MIT AND/u],
  ['no licence', { integrity: 'sha512-x' }, /nobody knows/u],
])
  test(`a package with ${what} is told`, () => {
    const problems = examined({ 'node_modules/bad': entry });
    assert.equal(problems.length, 1);
    assert.match(problems[0], said);
  });

test('a loose version and a package that nobody explains are told', () => {
  assert.match(examined({}, { good: '^1.2.3' })[0], /not pinned/u);
  assert.match(examined({}, { unheard: '1.2.3' })[0], /does not say/u);
});
