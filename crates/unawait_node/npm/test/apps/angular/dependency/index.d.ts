export declare const state: { text: string };
export declare function count(): Promise<void>;
