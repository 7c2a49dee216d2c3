import pRetry, { AbortError, makeRetriable } from "p-retry";

const options = {
  retries: 4,
  minTimeout: 1,
  factor: 1,
  onFailedAttempt: ({ error, attemptNumber, retriesLeft }) =>
    console.log(`attempt ${attemptNumber}: ${error.message}, ${retriesLeft} left`),
};
const third = async attempt => {
  if (attempt < 3) throw new Error(`not yet ${attempt}`);
  return `done in ${attempt}`;
};
console.log(await pRetry(third, options));
const abort = async () => {
  throw new AbortError("pointless");
};
console.log(await pRetry(abort, options).catch(error => [error.constructor.name, error.message]));
console.log(await pRetry(async () => { throw new Error("always"); }, { ...options, retries: 1 }).catch(e => e.message));
console.log(await pRetry(() => 42, { ...options, shouldRetry: async () => false }));
let calls = 0;
const retriable = makeRetriable(async (a, b) => {
  if (calls++ === 0) throw new Error("first call");
  return a + b;
}, options);
console.log(await retriable(2, 3));
