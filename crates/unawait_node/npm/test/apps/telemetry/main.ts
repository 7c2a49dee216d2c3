// Spans of OpenTelemetry's web SDK, whose contexts are zones: each must know the span around it, wherever it starts.
import { trace } from "@opentelemetry/api";
import { ZoneContextManager } from "@opentelemetry/context-zone";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { WebTracerProvider } from "@opentelemetry/sdk-trace-web";

const exporter = new InMemorySpanExporter();
new WebTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register({ contextManager: new ZoneContextManager() });
const tracer = trace.getTracer("app");

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
const span = (name: string) => tracer.startSpan(name).end();

async function* steps() {
  for (let n = 1; n <= 2; n++) {
    await pause();
    span(`in generator ${n}`);
    yield n;
  }
}

async function request() {
  span("before await");
  await pause();
  span("after await");
  for await (const n of steps()) span(`in loop ${n}`);
}

await tracer.startActiveSpan("request", async (around) => {
  await request();
  around.end();
});

const spans = exporter.getFinishedSpans();
const nameOf = (id: string | undefined) => spans.find((one) => one.spanContext().spanId === id)?.name ?? "none";
document.body.innerHTML = spans.map((one) => `<p>${one.name}: ${nameOf(one.parentSpanContext?.spanId)}</p>`).join("");
