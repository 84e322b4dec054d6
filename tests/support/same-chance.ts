import fc from 'fast-check';

/**
 * The same random cases every time, so that what passed once passes on every machine. For fresh ones:
 * `DESK_SEED=$RANDOM npm run test:unit`; a case found so is added to its test as an example.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['DESK_SEED'] ?? 20261123) });
