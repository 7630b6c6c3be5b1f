// What the linter asks. Sizes are errors in src: a room that grows past them is to be divided, not excused.
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const root = new URL('../../', import.meta.url).pathname;

const browserish =
  'console performance process Buffer URL fetch setTimeout clearTimeout setInterval clearInterval';
const page =
  'document window globalThis location navigator customElements requestAnimationFrame CSS indexedDB DOMParser Node matchMedia innerWidth';
const globals = Object.fromEntries(`${browserish} ${page}`.split(' ').map((name) => [name, 'readonly']));

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', 'corpus/']),
  js.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals } },
  {
    files: ['**/*.ts'],
    extends: [
      typescript.configs.recommendedTypeChecked,
      typescript.configs.stylisticTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'A union of strings does what an enum does, and erases to nothing.',
        },
        { selector: 'TSParameterProperty', message: 'Declare the field: parameter properties hide it.' },
        {
          selector:
            'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
          message: 'The page’s policy refuses style attributes: use a class, or set element.style from code.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/style-map.js',
              message:
                'It writes a style attribute, which the page’s policy refuses: set element.style from code.',
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      'wc/guard-super-call': 'off',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-template-arrow': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // chai's assertions can be awaited and are properties: both rules would fire on every expect().
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
          message: 'accessible() answers later: await it, or its finding is lost.',
        },
      ],
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
