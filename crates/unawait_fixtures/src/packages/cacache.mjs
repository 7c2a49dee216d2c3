import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import cacache from "cacache";

const cache = await mkdtemp(join(tmpdir(), "cacache-"));
try {
  const integrity = await cacache.put(cache, "key", "data", { metadata: { a: 1 } });
  console.log(String(integrity));
  const { data, metadata } = await cacache.get(cache, "key");
  console.log(String(data), metadata);
  await cacache.put(cache, "other", Buffer.from("data"));
  console.log(Object.keys(await cacache.ls(cache)).sort());
  console.log(await cacache.get(cache, "absent").catch(error => error.code));
  console.log((await cacache.get.byDigest(cache, integrity)).toString(), (await cacache.get.hasContent(cache, integrity)).size);
  await cacache.rm.entry(cache, "other");
  console.log(Object.keys(await cacache.ls(cache)));
  const { verifiedContent, totalEntries, keptSize } = await cacache.verify(cache);
  console.log(verifiedContent, totalEntries, keptSize);
  await cacache.put.stream(cache, "streamed").end("from a stream").promise();
  console.log(String((await cacache.get(cache, "streamed")).data));
  await cacache.rm.all(cache);
  console.log(await cacache.get.info(cache, "key"));
} finally {
  await rm(cache, { recursive: true });
}
