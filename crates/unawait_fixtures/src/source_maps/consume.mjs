// Looks places up in source maps, with the consumers that others use. A line of the input is
// `{"map": {...}, "places": [[line, column], ...]}`, lines from 1, columns from 0; a line of the output is, for each place,
// `[source, line, column, name]` or null. The two consumers must agree.
import { createInterface } from 'node:readline';
import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { SourceMapConsumer } from 'source-map';

for await (const text of createInterface({ input: process.stdin })) {
  const { map, places } = JSON.parse(text);
  const trace = new TraceMap(map);
  const consumer = await new SourceMapConsumer(map);
  const found = places.map(([line, column]) => {
    const { source, line: l, column: c, name } = originalPositionFor(trace, { line, column });
    const other = consumer.originalPositionFor({ line, column });
    const answer = [source, l, c, name];
    if (String(answer) !== String([other.source, other.line, other.column, other.name])) {
      throw new Error(`at ${line}:${column}: ${answer}, but ${JSON.stringify(other)}`);
    }
    return source === null ? null : answer;
  });
  consumer.destroy();
  console.log(JSON.stringify(found));
}
