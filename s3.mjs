export const f = async (a) => a + 1;
