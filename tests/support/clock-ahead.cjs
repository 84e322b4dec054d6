// Loaded before the program's main process: its wall clock goes before the computer's, as after a sleep.
const ahead = Number(process.env['DESK_CLOCK_AHEAD_MS'] ?? 0);
const now = Date.now;
Date.now = () => now() + ahead;
