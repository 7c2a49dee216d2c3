exports.double = async function (n) {
  return (await n) * 2;
};
