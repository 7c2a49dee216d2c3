// For production. The builder lowers async functions if the zone is among its `polyfills`: it comes by an import, so that
// all of the bundle stays native until unawait lowers it.
import "zone.js";
import "./app";
