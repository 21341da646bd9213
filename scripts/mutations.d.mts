/** The file, what stands there exactly once, and what stands there instead. */
export declare const MUTATIONS: readonly (readonly [file: string, from: string, to: string])[];
