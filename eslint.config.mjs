import tseslint from 'typescript-eslint';

const TESTS = ['**/*spec.ts', 'test/**/*.ts', 'libs/**/testing/**/*.ts', 'libs/*/src/testing.ts'];
/** Files whose every result follows from their arguments: deciders, facts, rules and the kernel. */
const PURE = [
  'libs/**/*.{decider,events,duties,sentences,refusals}.ts',
  'libs/**/rules/**/*.ts',
  'libs/supervision/src/{law,court-rules}/**/*.ts',
  'libs/kernel/src/**/*.ts',
];

const forbidden = (selector, message) => ({ selector, message });

const NO_DEFAULT_EXPORT = [
  'ExportDefaultDeclaration',
  'TSExportAssignment',
  'ExportSpecifier[exported.name="default"]',
].map((selector) =>
  forbidden(selector, 'Export by name: it is found by search and renamed everywhere at once.'),
);

const CLOCK = 'The time comes in with the act (act.at), so that the decision can be repeated.';
const CHANCE =
  'Identifiers and salts come in with the act or the runner, so that the decision can be repeated.';
const NO_CLOCK_NO_CHANCE = [
  forbidden('NewExpression[callee.name="Date"][arguments.length=0]', CLOCK),
  forbidden('CallExpression[callee.name="Date"]', CLOCK),
  forbidden('MemberExpression[object.name="Date"][property.name="now"]', CLOCK),
  forbidden('MemberExpression[object.name="performance"]', CLOCK),
  forbidden('CallExpression[callee.name=/^(?:setTimeout|setInterval|setImmediate)$/]', CLOCK),
  forbidden('MemberExpression[object.name="Math"][property.name="random"]', CHANCE),
  forbidden(
    'MemberExpression[property.name=/^(?:randomUUID|randomBytes|randomInt|getRandomValues)$/]',
    CHANCE,
  ),
  forbidden(
    'ImportSpecifier[imported.name=/^(?:randomUUID|randomBytes|randomInt|randomFillSync|webcrypto)$/]',
    CHANCE,
  ),
  forbidden('MemberExpression[object.name="process"]', 'What a deployment decides comes in as an argument.'),
];

const LOST_IN_A_CRASH = {
  name: '@nestjs/cqrs',
  importNames: ['AggregateRoot', 'EventPublisher', 'Saga', 'ofType'],
  message: 'What must survive a crash is appended to the log and carried on from a checkpoint.',
};

const syntax = (...lists) => ['error', ...lists.flat()];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.liuhen/', 'apps/console/', 'bench/peers/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // evolve keeps `default: return state`: old code must read newer events.
        { considerDefaultExhaustiveForUnions: true },
      ],
      // In files with decorators the rule is silent by itself: what Nest injects must stay a value.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Splitting text into its characters is what the spread is used for; pairs of surrogates stay together.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `Instant | CalendarDate` tells the reader more than `string` does.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      // Views are classes so that OpenAPI can describe them; they are filled as plain data.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The caller of a query says what its rows look like.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
      'no-restricted-syntax': syntax(NO_DEFAULT_EXPORT),
      'no-restricted-imports': ['error', { paths: [LOST_IN_A_CRASH] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: { 'no-restricted-syntax': syntax(NO_DEFAULT_EXPORT, NO_CLOCK_NO_CHANCE) },
  },
  { files: ['libs/**/*.ts'], ignores: TESTS, rules: { 'no-console': 'error' } },
  {
    files: TESTS,
    rules: {
      // A mock or a matcher is handed over without being called.
      '@typescript-eslint/unbound-method': 'off',
      // What jest and JSON give back is looked at by the assertion itself.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      // A double is asynchronous because what it stands for is.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['test/support/global-*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.base],
    rules: { eqeqeq: 'error', 'no-unused-vars': 'error' },
  },
);
