import unawait from "./index.js";

export const { transform, transformSync, UnawaitError } = unawait;
export default unawait;
