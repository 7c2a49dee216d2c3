import { ChangeDetectionStrategy, Component, Injectable, inject, provideZoneChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { count, state } from "dependency";

@Injectable({ providedIn: "root" })
class Feed {
  text = "waiting";

  private async *numbers(to: number) {
    for (let n = 1; n <= to; n++) yield await new Promise<number>((resolve) => setTimeout(resolve, 30, n));
  }

  async count() {
    for await (const n of this.numbers(3)) this.text = `service ${n}`;
    await null;
    this.text += ", done";
  }
}

// Nothing tells Angular of the changes but the zone.
@Component({
  selector: "app-root",
  template: `<p>{{ feed.text }}</p><p>{{ state.text }}</p>`,
  changeDetection: ChangeDetectionStrategy.Eager,
})
class App {
  readonly feed = inject(Feed);
  readonly state = state;

  constructor() {
    this.feed.count();
    count();
  }
}

bootstrapApplication(App, { providers: [provideZoneChangeDetection()] });
