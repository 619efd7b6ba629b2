import pc from 'picocolors';

const { env, stdout } = process;

/**
 * Colours where a person looks: on a terminal, or where `FORCE_COLOR` asks for them; never with `NO_COLOR`
 * (no-color.org). picocolors by itself also colours where `CI` is set, and there programs read what we print.
 */
export const colors = pc.createColors(
  !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (stdout.isTTY === true && env.TERM !== 'dumb')),
);
