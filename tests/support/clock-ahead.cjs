const { readFileSync } = require('node:fs');

// Loaded before the program's main process: its wall clock goes before the computer's by the milliseconds in this file,
// as after a sleep.
const now = Date.now;
Date.now = () => now() + Number(readFileSync(process.env['DESK_CLOCK_AHEAD'], 'utf8'));
