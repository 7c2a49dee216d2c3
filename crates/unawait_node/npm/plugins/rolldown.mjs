import { unplugin } from "./factory.mjs";

export default unplugin.rolldown;
