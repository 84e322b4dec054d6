import { runTool } from './command.ts';

/** Builds the program; says what is wrong where that fails. */
export async function buildProgram(): Promise<boolean> {
  const { code, output } = await runTool('electron-vite', ['build'], { quiet: true });
  if (code !== 0) console.error(`${output.trimEnd()}\nThe program could not be built.`);
  return code === 0;
}
