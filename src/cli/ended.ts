/** Waits until a person or a supervisor ends the process. */

/** Resolves on SIGINT or SIGTERM; a second signal ends the process in the usual way. */
export function ended(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}
